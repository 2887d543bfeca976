import { askedLinks } from '../../src/features/questions/answering/links.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import { buildContact } from '../support/build-contact.ts'
import { findReference } from '../support/build-organisation.ts'
import { publishPractice } from '../support/publish-practice.ts'
import { publishQuestion } from '../support/questions.ts'
import type { FurnishedNetwork } from './furnished-network.ts'

/** A sheet that Icheon was asked to review, and a question of Limoges that somebody of Icheon was asked: the paths of their links. */
export async function furnishQuestion({
  testApp,
  networkId,
}: Pick<FurnishedNetwork, 'testApp' | 'networkId'>): Promise<{
  practiceReview: string
  questionAsked: string
}> {
  const { context } = testApp
  const { token } = await publishPractice(testApp, networkId)
  const icheon = await findReference(context, 'icheon')
  await buildContact(context, { id: networkId, slug: 'france-coree' }, icheon.id, {
    email: 'four@icheon.example',
  })
  const { contact_id } = await context.database
    .selectFrom('contacts_person')
    .select('contact_id')
    .where('email', '=', 'four@icheon.example')
    .executeTakeFirstOrThrow()
  const { id } = await publishQuestion(testApp, networkId)
  const asked_id = newId()
  await context.database
    .insertInto('questions_asked')
    .values({
      ...{
        asked_id,
        question_id: id,
        network_id: networkId,
        contact_id,
        organisation_id: icheon.id,
        wave: 1,
      },
      ...{
        ground: 'trade',
        leaves_at: '2017-07-03T00:00:00Z',
        leaves_on: '2017-07-03',
        mailed_at: '2017-07-03T00:00:00Z',
      },
    })
    .execute()
  const asked = await askedLinks.make(context, { asked_id })
  return {
    practiceReview: `/fr/france-coree/practices/reviews/${token}`,
    questionAsked: `/fr/france-coree/questions/asked/${asked}`,
  }
}
