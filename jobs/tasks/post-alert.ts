import { type PostDependencies, postAlert } from '#app/features/alerts/telling/post-alert.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

export const postAlertTask = (dependencies: PostDependencies) =>
  runTask('post_alert', jobCatalog.post_alert.payload, dependencies.logger, (told, { signal }) =>
    postAlert(dependencies, told, signal),
  )
