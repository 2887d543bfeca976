import type { Context } from '../../platform/context/context.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'
import { eraseFromIssues } from './issues/personal-data.commands.ts'
import { eraseFromSendings } from './sending/personal-data.commands.ts'
import { eraseSubscriber } from './subscribers/personal-data.commands.ts'

/** Erases a person’s name and address from letters and the lists of their readers. */
export async function eraseFromNewsletter(context: Context, subject: DataSubject): Promise<void> {
  await eraseFromIssues(context, subject)
  await eraseFromSendings(context, subject)
  await eraseSubscriber(context, subject)
}
