"""docker-compose.yml: is it valid, does it say what the embedded default says, and do its services work?"""
