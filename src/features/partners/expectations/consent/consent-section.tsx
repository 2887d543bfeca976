import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import type { Consent } from '../expectation.ts'

interface ConsentSectionProps {
  consent: Consent | null
  /** Where the asker says it. */
  action: string
  /** The reader says it, being the asker. */
  mayAnswer: boolean
  /** The reader asks the asker for it. */
  mayAsk: boolean
  /** Others have read it: there is nothing left to take back. */
  isRelayed: boolean
}

/** Whether others than the one addressed may read what is expected: what the asker says of it, and how it is said. */
export function ConsentSection(props: ConsentSectionProps) {
  const reader = useReader()
  const { consent, action, mayAnswer, mayAsk, isRelayed } = props
  const { t } = reader
  const standing = consent === null ? 'none' : (consent.answer ?? 'asked')
  const isGiven = standing === 'given'
  return (
    <Section id="consent" title={t('partners.consent.title')}>
      <p>
        {t(`partners.consent.${standing}`)}
        {consent?.answeredAt ? (
          <>
            {' '}
            <span class="quiet">
              <Moment at={consent.answeredAt} />
            </span>
          </>
        ) : null}
      </p>
      {isRelayed ? <p class="quiet">{t('partners.consent.relayed')}</p> : null}
      {mayAnswer && !isRelayed ? (
        <form method="post" action={action}>
          <p>{t('partners.consent.what')}</p>
          <p class="form-end">
            {isGiven ? (
              <button type="submit" class="button" name="consent" value="withdrawn">
                {t('partners.consent.withdraw')}
              </button>
            ) : (
              <>
                <button type="submit" class="button primary" name="consent" value="given">
                  {t('partners.consent.give')}
                </button>{' '}
                {standing === 'asked' || standing === 'none' ? (
                  <button type="submit" class="button" name="consent" value="refused">
                    {t('partners.consent.refuse')}
                  </button>
                ) : null}
              </>
            )}
          </p>
        </form>
      ) : null}
      {mayAsk && (standing === 'none' || standing === 'asked') ? (
        <form method="post" action={`${action}/request`}>
          <p class="form-end">
            <button type="submit" class="button">
              {t(standing === 'none' ? 'partners.consent.ask' : 'partners.consent.askAgain')}
            </button>
          </p>
        </form>
      ) : null}
    </Section>
  )
}
