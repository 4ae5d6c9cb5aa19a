"""The commands without a window: same queries and commands as the screens, no Qt."""
