-- Which of all messages one is, so that what becomes of them can be told by template.
alter table mails add column template text not null default 'unnamed';
