import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { onlyRow } from '../../../../platform/database/only-row.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { takeTurn } from '../../../../platform/database/turns.ts'
import type { Application } from '../../../../platform/http/application.ts'
import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import {
  addReaders,
  type MailingVersion,
  prepareMailing,
  steerMailing,
} from '../../../../platform/mail/mailing/mailing.ts'
import { authorize, Refusal } from '../../../../platform/refusal.ts'
import type { Network } from '../../../networks/index.ts'
import type { Issue } from '../../issues/issue.ts'
import { letterOf } from '../../issues/letter.ts'
import { maySendLetters } from '../../policy.ts'
import { renderEdition } from '../preparing/editions.ts'
import type { Editor } from './queries.ts'

// Per hour: trials are no way to write to people.
const mostTrials = 20

interface TrialAsked {
  network: Network
  issue: Issue
  languages: readonly InterfaceLanguage[]
  people: readonly Editor[]
}

/** Sends the present letter to some of its editors, once in each of these languages. The subject says that it is a trial. */
export async function sendTrial(
  application: Application,
  context: Context,
  { network, issue, languages, people }: TrialAsked,
): Promise<void> {
  authorize(maySendLetters(context.actor, network.id))
  const versions: MailingVersion[] = []
  for (const language of languages)
    versions.push(
      await renderEdition(
        application,
        { key: language, language },
        trialLetter(application, context, { network, issue, language }),
      ),
    )
  await inTransaction(context, async (inside) => {
    await takeTurn(inside, `trials ${network.id}`)
    const now = inside.clock.now()
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from newsletter_trial
      where network_id = ${network.id} and made_at > ${now.subtract({ hours: 1 }).toString()}
    `.execute(inside.database)
    if (onlyRow(rows).count >= mostTrials) throw new Refusal('tooMany')
    const mailingId = await prepareMailing(inside, {
      networkId: network.id,
      kind: 'newsletter.trial',
      list: {
        id: ['newsletter', network.slug, 'trial'].join('.'),
        name: chooseName(network.name, network.languages[0] ?? 'en').text,
      },
      replyTo: null,
      versions,
    })
    const subscribe = (language: string) =>
      `${application.settings.baseUrl}/${language}/${network.slug}/newsletter/subscribe`
    await addReaders(
      inside,
      mailingId,
      people.flatMap(({ address, name }) =>
        languages.map((language) => ({
          id: newId(),
          version: language,
          address,
          name,
          // The links of a trial act for no reader.
          preferencesAddress: subscribe(language),
          unsubscribeAddress: subscribe(language),
          dueAt: now,
        })),
      ),
    )
    await steerMailing(inside, mailingId, 'sending')
    await inside.database
      .insertInto('newsletter_trial')
      .values({
        mailing_id: mailingId,
        issue_id: issue.id,
        network_id: network.id,
        made_at: now.toString(),
        made_by: personIdOf(inside.actor),
      })
      .execute()
    await recordActivity(inside, {
      networkId: network.id,
      verb: 'tried',
      subjectKind: 'letter',
      subjectId: issue.id,
    })
  })
}

function trialLetter(
  { settings, translate }: Application,
  { today }: Context,
  { network, issue, language }: Pick<TrialAsked, 'network' | 'issue'> & { language: InterfaceLanguage },
) {
  const t = translate(language)
  const letter = letterOf(issue, { baseUrl: settings.baseUrl, t, network, language, today })
  const title = { ...letter.title, text: t('newsletter.sending.trial.subject', { title: letter.title.text }) }
  return { ...letter, title }
}
