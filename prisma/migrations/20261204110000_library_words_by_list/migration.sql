-- A save writes all words of its thread into the index anew. They go to a list first, and into the index many at once: less than
-- half of what is written otherwise. The list ends at 64 kB, eight pages, so that a search reads no more than that of it.
ALTER INDEX "library_words" SET (fastupdate = on, gin_pending_list_limit = 64);
