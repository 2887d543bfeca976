import type { Context } from '../../platform/context/context.ts'
import type { CollectedData, DataSubject } from '../../platform/personal-data/personal-data.ts'
import { listIssueData } from './issues/personal-data.queries.ts'
import { listSendingData } from './sending/personal-data.queries.ts'
import { listSubscriberData } from './subscribers/personal-data.queries.ts'

/** What a person did with letters, and which ones they read. */
export async function listNewsletterData(context: Context, subject: DataSubject): Promise<CollectedData[]> {
  return [
    ...(await listIssueData(context, subject)),
    ...(await listSendingData(context, subject)),
    ...(await listSubscriberData(context, subject)),
  ]
}
