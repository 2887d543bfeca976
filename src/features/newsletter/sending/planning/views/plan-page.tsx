import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import type { InterfaceLanguage } from '../../../../../platform/i18n/languages.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { EmptyState } from '../../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { FormFields } from '../../../../../ui/form/filled.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import { Passage } from '../../../../../ui/text/passage.tsx'
import type { Network } from '../../../../networks/index.ts'
import type { Issue } from '../../../issues/issue.ts'
import { paths as issuePaths } from '../../../issues/paths.ts'
import { paths as subscriberPaths } from '../../../subscribers/paths.ts'
import type { Forecast } from '../../forecast/forecast.ts'
import { LanguageTable } from '../../forecast/views/language-table.tsx'
import { MorningTable } from '../../forecast/views/morning-table.tsx'
import { paths } from '../../paths.ts'
import { NoServer } from '../../views/no-server.tsx'

interface PlanPageProps {
  network: Network
  issue: Issue
  letter: 'draft' | number
  languages: readonly InterfaceLanguage[]
  startsOn: string
  shown: Shown
  forecast: Forecast
  hasServer: boolean
  /** Languages in which its mail is larger than mail programs show. */
  tooLarge: readonly InterfaceLanguage[]
}

/** To whom a letter would go and when, what they would miss, and the button that sends it. */
export function PlanPage(props: PlanPageProps) {
  const reader = useReader()
  const { network, issue, letter, forecast, tooLarge } = props
  const { t } = reader
  const total = forecast.rows.reduce((all, { count }) => all + count, 0)
  const back =
    letter === 'draft'
      ? issuePaths.draft(reader, network.slug)
      : issuePaths.issue(reader, network.slug, letter)
  return (
    <>
      <PageHeading
        kicker={
          <a href={back}>
            <Passage text={issue.title} as="span" tags={false} />
          </a>
        }
        lead={t('newsletter.sending.planLead')}
      >
        {t('newsletter.sending.plan')}
      </PageHeading>
      {props.hasServer ? null : <NoServer />}
      {tooLarge.length > 0 ? (
        <Notice kind="warning">
          {t('newsletter.sending.tooLarge', {
            languages: tooLarge.map((language) => languageInWords(reader, language)).join(', '),
          })}
        </Notice>
      ) : null}
      <DayForm {...props} />
      {total === 0 ? (
        <EmptyState
          title={t('newsletter.sending.nobody')}
          why={t('newsletter.sending.nobodyWhy')}
          next={<a href={subscriberPaths.list(reader, network.slug)}>{t('newsletter.subscribers.list')}</a>}
        />
      ) : (
        <>
          <Section id="mornings" title={t('newsletter.sending.mornings')}>
            <MorningTable forecast={forecast} />
          </Section>
          <Section id="languages" title={t('newsletter.sending.languages')}>
            <LanguageTable issue={issue} languages={props.languages} forecast={forecast} />
          </Section>
          {tooLarge.length > 0 ? null : <SendForm {...props} total={total} />}
        </>
      )}
    </>
  )
}

function DayForm({ network, letter, shown }: PlanPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="day" title={t('newsletter.sending.day')}>
      <form method="get" action={paths.plan(reader, network.slug, letter)} class="form" novalidate>
        <FormErrors errors={sayErrors(reader, shown.errors).list} />
        <FormFields form={shown}>
          <Field
            name="from"
            type="date"
            label={t('newsletter.sending.from')}
            hint={t('newsletter.sending.fromHint')}
            required
          />
        </FormFields>
        <button type="submit" class="button">
          {t('newsletter.sending.foresee')}
        </button>
      </form>
    </Section>
  )
}

function SendForm({ network, issue, letter, startsOn, total }: PlanPageProps & { total: number }) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="send" title={capitalized(t('newsletter.sending.send'), reader.interfaceLanguage)}>
      <p>
        {t(letter === 'draft' ? 'newsletter.sending.sendLeadDraft' : 'newsletter.sending.sendLead')}{' '}
        {t('newsletter.sending.fixedLead')}
      </p>
      <form method="post" action={paths.plan(reader, network.slug, letter)} class="form">
        <input type="hidden" name="from" value={startsOn} />
        <input type="hidden" name="issue" value={issue.id} />
        <button type="submit" class="button primary">
          {t('newsletter.sending.sendButton', { count: total })}
        </button>
      </form>
    </Section>
  )
}
