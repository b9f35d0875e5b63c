"""Errors that a user can mend."""


class UserError(Exception):
    """Something given to the project is wrong.

    The message is one line that names the file, the key or name in it, and the remedy; commands
    and scripts print it as it is, without a traceback.
    """
