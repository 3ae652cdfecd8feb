#!/bin/sh
# Run once by the postgres image on an empty volume: the owner of the schema, and the login of the API and the worker.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres --set=owner="$FORUM_OWNER_PASSWORD" --set=app="$FORUM_APP_PASSWORD" <<'SQL'
create role forum_owner login createrole password :'owner';
create role forum_app login noinherit password :'app';
create database forum owner forum_owner;
SQL
