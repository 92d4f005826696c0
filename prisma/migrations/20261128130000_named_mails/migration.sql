-- Every message names its template, so none is "unnamed" from here on.
alter table mails alter column template drop default;
