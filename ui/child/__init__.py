"""One child: who they are, what has happened, what is open."""
