"""Laws over the whole project: its layers, its promises, its documents."""
