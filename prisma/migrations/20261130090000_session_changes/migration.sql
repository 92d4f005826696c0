-- Says which sessions ended, or are of somebody whose name, address, role, second step or leave to be here changed, so that
-- no process answers for one from its memory. What a session's own use writes says nothing.
CREATE FUNCTION "tell_of_session"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('sessions', OLD."token_hash");
  RETURN NULL;
END $$;
-- One that nobody has used for an hour is remembered nowhere: those are swept by the thousand.
CREATE TRIGGER "session_ended" AFTER DELETE ON "sessions" FOR EACH ROW
WHEN (OLD."last_seen_at" > now() - interval '1 hour') EXECUTE FUNCTION "tell_of_session"();

CREATE FUNCTION "tell_of_sessions_of_user"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('sessions', "token_hash") FROM "sessions" WHERE "user_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "session_of_changed_user" AFTER UPDATE OF "name", "email", "role", "totp_since", "disabled_at" ON "users"
FOR EACH ROW EXECUTE FUNCTION "tell_of_sessions_of_user"();

CREATE FUNCTION "tell_of_session_seeing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('sessions', "token_hash") FROM "sessions" WHERE "id" = NEW."session_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "session_sees" AFTER INSERT OR UPDATE ON "seeings" FOR EACH ROW EXECUTE FUNCTION "tell_of_session_seeing"();
