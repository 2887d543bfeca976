import type { Feature } from '../../platform/http/feature.ts'
import { addToDoApi } from './api.ts'
import { toDoJobs } from './jobs.ts'
import { todoMessages } from './messages/index.ts'
import { addToDoRoutes } from './pages.tsx'
import { eraseFromToDo } from './personal-data.commands.ts'
import { listToDoData } from './personal-data.queries.ts'
import { countToDo } from './queries.ts'

/** What waits for a person in a group. */
export const todo: Feature = {
  name: 'todo',
  messages: todoMessages,
  routes: addToDoRoutes,
  api: addToDoApi,
  countWaiting: countToDo,
  jobs: toDoJobs,
  mails: { 'todo.digest': 'todo.mail.kind' },
  personalData: { collect: listToDoData, erase: eraseFromToDo },
}
