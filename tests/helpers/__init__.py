"""What several tests share; each module tells its own purpose."""
