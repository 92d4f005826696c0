import { describe, expect, test } from 'vitest'
import { trashThreads } from '#app/features/generation/trash-threads.ts'
