import { z } from 'zod'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { type Consent, consentAnswers } from '../expectation.ts'

interface ConsentSectionProps {
  consent: Consent | null
  /** Where the asker decides. */
  action: string
  /** The reader decides, as the asker. */
  mayAnswer: boolean
  /** The reader may ask the asker for it. */
  mayAsk: boolean
  /** Others have read it: there is nothing left to take back. */
  isRelayed: boolean
}

/** Whether others than the addressed member may read what is expected: the asker’s decision, and the form for it. */
export function ConsentSection(props: ConsentSectionProps) {
  const reader = useReader()
  const { consent, action, mayAnswer, mayAsk, isRelayed } = props
  const { t } = reader
  const stored = consent === null ? 'none' : (consent.answer ?? 'asked')
  const isGiven = stored === 'given'
  return (
    <Section id="consent" title={t('partners.consent.title')}>
      <p>
        {t(`partners.consent.${stored}`)}
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
                {stored === 'asked' || stored === 'none' ? (
                  <button type="submit" class="button" name="consent" value="refused">
                    {t('partners.consent.refuse')}
                  </button>
                ) : null}
              </>
            )}
          </p>
        </form>
      ) : null}
      {mayAsk && (stored === 'none' || stored === 'asked') ? (
        <form method="post" action={`${action}/request`}>
          <p class="form-end">
            <button type="submit" class="button">
              {t(stored === 'none' ? 'partners.consent.ask' : 'partners.consent.askAgain')}
            </button>
          </p>
        </form>
      ) : null}
    </Section>
  )
}

export const consentForm = z.object({ consent: z.enum(consentAnswers) })
