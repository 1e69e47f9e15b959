"""A real PostgreSQL server for tests: started in a temporary folder, stopped, gone."""

from tools.postgres import PrivatePostgres, find_programs

__all__ = ["PostgresServer", "find_programs"]


class PostgresServer(PrivatePostgres):
    """A server that lets everybody on this computer in, and whose disk is not waited for."""

    def url(self, database: str = "postgres", user: str = "postgres") -> str:
        """Give the address that SQLAlchemy connects to."""
        return f"postgresql+psycopg://{user}@127.0.0.1:{self.port}/{database}"
