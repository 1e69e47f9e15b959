"""The root certificates that this computer trusts, as a file that the driver can read."""

import atexit
import os
import ssl
import tempfile
from functools import lru_cache
from pathlib import Path

_USUAL_PLACES = (
    *("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"),
    *("/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"),
)


def system_roots(usual_places: tuple[str, ...] = _USUAL_PLACES) -> Path | None:
    """Give the file of the roots this computer trusts; without any, nothing.

    Windows keeps them in a store and not in a file, so they are written to one for as long as
    the program runs.
    """
    named = ssl.get_default_verify_paths().cafile
    places = (Path(place) for place in (named, *usual_places) if place)
    return next((place for place in places if place.is_file()), None) or _from_the_store()


@lru_cache(maxsize=1)
def _from_the_store() -> Path | None:
    trusted = ssl.create_default_context().get_ca_certs(binary_form=True)
    if not trusted:
        return None
    handle, name = tempfile.mkstemp(prefix="waymark-roots-", suffix=".pem")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.writelines(ssl.DER_cert_to_PEM_cert(certificate) for certificate in trusted)
    path = Path(name)
    atexit.register(path.unlink, missing_ok=True)
    return path
