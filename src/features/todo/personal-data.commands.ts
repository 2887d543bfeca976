import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'

/** Erases what a person put off, their choice of the digest, and what names them; what waits for them goes with its record. */
export async function eraseFromToDo(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    { table: 'todo_later', own: { person: 'person_id', left: 'nothing' } },
    { table: 'todo_digest', own: { person: 'person_id', left: 'nothing' } },
    {
      table: 'todo_line',
      key: ['network_id', 'kind', 'record_id', 'waits_for'],
      texts: ['title', 'asker'],
    },
  ])
}
