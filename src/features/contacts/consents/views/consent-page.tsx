import { describeDate } from '../../../../platform/dates/index.ts'
import { chooseName, chooseText } from '../../../../platform/i18n/localized-text.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { countryName, shortNames } from '../../../directory/index.ts'
import { consentVersion } from '../../legal.ts'
import { paths } from '../../paths.ts'
import type { listRecipients, Processing } from '../../processing/queries.ts'
import { PersonName } from '../../views/person-name.tsx'
import type { AskedConsent } from '../queries.ts'

interface ConsentPageProps {
  consent: AskedConsent
  token: string
  processing: Processing
  recipients: Awaited<ReturnType<typeof listRecipients>>
  /** Whom one writes to about one’s rights; null when the server has not said. */
  rightsContact: string | null
}

/** Everything that a consent must rest on, apart from any other text, and two answers of equal weight. */
export function ConsentPage(props: ConsentPageProps) {
  const reader = useReader()
  const { consent, token } = props
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('contacts.consent.lead')}>{t('contacts.consent.title')}</PageHeading>
      <p>
        {t('contacts.consent.whom', {
          organisation: chooseName(consent.organisation, reader.language).text,
          network: chooseName(consent.networkName, reader.language).text,
        })}
      </p>
      <Section id="notice" title={t('contacts.consent.notice')}>
        <FactList facts={noticeFacts(props)} />
      </Section>
      <Section id="refusal" title={t('contacts.consent.mayRefuse')}>
        <p>{t('contacts.consent.refusal')}</p>
        <p>{t('contacts.consent.withdrawal')}</p>
      </Section>
      <Section id="answer" title={t('contacts.consent.answer')}>
        <form class="form" method="post" action={paths.consent(reader.interfaceLanguage, token)}>
          <p class="form-end">
            <button class="button" type="submit" name="answer" value="accepted">
              {t('contacts.consent.accept')}
            </button>
            <button class="button" type="submit" name="answer" value="refused">
              {t('contacts.consent.refuse')}
            </button>
          </p>
        </form>
        <p class="form-note">{t('contacts.consent.version', { version: consentVersion })}</p>
      </Section>
    </>
  )
}

function noticeFacts({ consent, processing, recipients, rightsContact }: ConsentPageProps) {
  const reader = useReader()
  const { t } = reader
  const abroad = consent.networkCountries.filter((country) => country !== consent.residence)
  const purpose = chooseText(processing.purpose, reader.language)?.text
  const readers = recipients
    .filter(({ country }) => country !== consent.residence)
    .map((each) => chooseName(shortNames(each), reader.language).text)
  return [
    {
      term: t('contacts.consent.stored'),
      detail: [
        <PersonName key="name" name={consent.name} />,
        [
          chooseName(consent.organisation, reader.language).text,
          chooseText(consent.function, reader.language)?.text ?? '',
        ].join(' – '),
        ...(consent.email ? [consent.email] : []),
        ...(consent.telephone ? [consent.telephone] : []),
      ],
    },
    { term: t('contacts.consent.from'), detail: t(`contacts.provenance.${consent.provenance}`) },
    { term: t('contacts.consent.purpose'), detail: purpose ?? t('contacts.processing.usualPurpose') },
    {
      term: t('contacts.consent.countries'),
      detail: abroad.map((country) => countryName(reader, country)).join(', '),
    },
    {
      term: t('contacts.consent.recipients'),
      detail:
        readers.length > 0
          ? [
              t('contacts.consent.recipientsAre'),
              t('contacts.consent.recipientBodies', { names: readers.join(', ') }),
            ]
          : t('contacts.consent.recipientsAre'),
    },
    { term: t('contacts.consent.how'), detail: t('contacts.consent.howIs') },
    {
      term: t('contacts.consent.until'),
      detail: describeDate(consent.retentionUntil, reader.interfaceLanguage),
    },
    { term: t('contacts.consent.rights'), detail: rightsContact ?? t('contacts.processing.noRightsContact') },
  ]
}
