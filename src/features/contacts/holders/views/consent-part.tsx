import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import type { ConsentEntry } from '../../consents/queries.ts'
import { paths } from '../../paths.ts'
import { PostButton } from '../../views/post-button.tsx'
import type { Holder } from '../holder.ts'

interface ConsentPartProps {
  network: string
  postId: string
  holder: Holder
  consents: ConsentEntry[]
}

/** Whether the person agrees to be read abroad, what they were asked and answered, and how they are asked. */
export function ConsentPart({ network, postId, holder, consents }: ConsentPartProps) {
  const reader = useReader()
  const { t } = reader
  const state = holder.consent
  return (
    <Section id="consent" title={t('contacts.consentPart.title')}>
      {state === 'accepted' ? null : (
        <Notice kind="warning">
          <p>{t('contacts.consentPart.needed')}</p>
        </Notice>
      )}
      {consents.length > 0 ? (
        <ul>
          {consents.map((consent) => (
            <li key={consent.id}>
              {t(`contacts.consentState.${stateOf(consent)}`)}
              {' – '}
              <Moment at={consent.decidedAt ?? consent.askedAt} />{' '}
              {t('contacts.consent.version', { version: consent.version })}
            </li>
          ))}
        </ul>
      ) : null}
      {state === 'accepted' ? null : (
        <PostButton
          action={paths.step(reader, network, postId, 'consent')}
          label={t(state === null ? 'contacts.consentPart.ask' : 'contacts.consentPart.askAgain')}
        />
      )}
    </Section>
  )

  function stateOf({ decision }: ConsentEntry) {
    return decision === 'accepted' || decision === 'refused'
      ? decision
      : state === 'lapsed'
        ? 'lapsed'
        : 'asked'
  }
}
