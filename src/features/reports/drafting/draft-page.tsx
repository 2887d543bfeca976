import type { ComponentChildren } from 'preact'
import { type Actor, personIdOf } from '../../../platform/context/actor.ts'
import type { Clock } from '../../../platform/context/clock.ts'
import { cityOf, zonesFor } from '../../../platform/dates/index.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { FormState } from '../../../platform/input/form.ts'
import { EditionLine } from '../../../ui/blocks/edition-line.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { nextOf, type Step, StepList, type StepState } from '../../../ui/blocks/step-list.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { useFilled } from '../../../ui/form/filled.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { ClockLines } from '../../../ui/text/clock-lines.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { byOwnSide, countryName } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { ReportFiles, SignatureWords } from './edition-parts.tsx'
import { mostMails } from './lines.commands.ts'
import type { Signer } from './queries.ts'
import { countFiles, isOpen, type Line, type Report, type Signature, seenOf } from './report.ts'

export interface DraftPageProps {
  network: Network
  report: Report | null
  lines: readonly Line[]
  signatures: readonly Signature[]
  signers: readonly Signer[]
  /** Names of those that are drawn, the manifest apart. */
  files: readonly string[]
  /** The last public report, with the ISO days of its period. */
  former: { number: number; from: string; to: string } | null
  actor: Actor
  clock: Clock
  form: FormState
}

/** Leads through the steps of a report in their order, each with its state and its button. */
export function DraftPage(props: DraftPageProps) {
  const { network, report, form } = props
  const reader = useReader()
  const { t } = reader
  const states = statesOf(props)
  const steps = stepKeys.map((key): Step => {
    const step = { key, state: states[key], title: t(`reports.draft.${key}`) }
    // What cannot be done yet is no part of the page.
    return step.state === 'later' ? step : { ...step, href: `#${key}` }
  })
  return (
    <>
      <ErrorList form={form} />
      <PageHeading
        kicker={<a href={paths.all({ ...reader, now: null }, network.slug)}>{t('reports.reports.title')}</a>}
        lead={t('reports.draft.lead')}
      >
        {report ? t('reports.draft.titled', { number: String(report.number) }) : t('reports.draft.title')}
      </PageHeading>
      <StepList steps={steps} next={nextOf(steps)?.key} button={null} />
      <GatherSection {...props} />
      {report ? (
        <>
          <AskSection {...props} report={report} />
          <FreezeSection {...props} report={report} />
          {report.digest ? (
            <>
              <SignSection {...props} report={report} />
              <PublishSection {...props} report={report} />
            </>
          ) : null}
          <p>
            <a href={`${paths.draft(reader, network.slug)}/removal`}>{t('reports.draft.removal')}</a>
          </p>
        </>
      ) : null}
    </>
  )
}

const stepKeys = ['gather', 'ask', 'freeze', 'sign', 'publish'] as const
type StepKey = (typeof stepKeys)[number]

function statesOf(props: DraftPageProps): Record<StepKey, StepState> {
  const { network, report, lines, signatures, clock } = props
  const isFrozen = report?.digest != null
  const isAsking = report !== null && isOpen(report, { clock }) && silent(lines).length > 0
  const isSigned = network.countries.every((country) => signatures.some((each) => each.country === country))
  return {
    gather: report ? 'done' : 'open',
    ask: !report ? 'later' : report.askedAt && !isAsking ? 'done' : isFrozen ? 'skipped' : 'open',
    freeze: isFrozen ? 'done' : report && !isAsking ? 'open' : 'later',
    sign: isSigned ? 'done' : isFrozen ? 'open' : 'later',
    publish: isSigned ? 'open' : 'later',
  }
}

/** Those that were asked and have not answered. */
const silent = (lines: readonly Line[]) =>
  lines.filter(({ askedAt, stance }) => askedAt !== null && stance === null)

/** Of which report its form was filled in. */
export function Seen({ value }: { value: string }) {
  return <input type="hidden" name="seen" value={value} />
}

type StepProps = DraftPageProps & { report: Report }

interface StepFormProps extends Pick<DraftPageProps, 'network' | 'report' | 'form'> {
  step: StepKey | 'unsign' | 'plan' | 'unplan'
  once?: boolean
  children?: ComponentChildren
}

function StepForm({ network, report, step, form, once, children }: StepFormProps) {
  const reader = useReader()
  return (
    <Form
      action={`${paths.draft(reader, network.slug)}/${step}`}
      form={form}
      submit={reader.t(`reports.draft.do.${step}`)}
      once={once}
    >
      <Seen value={seenOf(report)} />
      {children}
    </Form>
  )
}

function GatherSection(props: DraftPageProps) {
  const { report, former } = props
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="gather" title={t('reports.draft.gather')}>
      {report?.digest ? (
        <p>
          {t('reports.list.period', { from: dayWords(reader, report.from), to: dayWords(reader, report.to) })}
        </p>
      ) : (
        <>
          <p>{t('reports.draft.gatherLead')}</p>
          {former ? (
            <p>
              {t('reports.draft.former', {
                number: String(former.number),
                from: dayWords(reader, former.from),
                to: dayWords(reader, former.to),
              })}
            </p>
          ) : null}
          <StepForm {...props} step="gather">
            <DayField name="from" label={t('reports.draft.from')} required />
            <DayField name="to" label={t('reports.draft.to')} required />
          </StepForm>
        </>
      )}
    </Section>
  )
}

function AskSection(props: StepProps) {
  const { network, report, lines, clock } = props
  const reader = useReader()
  const { t } = reader
  const answered = lines.filter(({ stance }) => stance !== null).length
  const asked = lines.filter(({ askedAt }) => askedAt !== null)
  const mailed = silent(lines).filter(({ mails }) => mails > 0)
  const isSpent = mailed.length > 0 && mailed.every(({ mails }) => mails >= mostMails)
  return (
    <Section id="ask" title={t('reports.draft.ask')}>
      <p>{t('reports.draft.askLead')}</p>
      {report.answersUntil ? (
        <p>
          {t(isOpen(report, { clock }) ? 'reports.draft.answersUntil' : 'reports.draft.answersClosed', {
            count: answered,
            all: asked.length,
            day: dayWords(reader, report.answersUntil),
          })}
        </p>
      ) : null}
      {report.digest ? null : (
        <>
          {isSpent ? <p>{t('reports.draft.askedTwice')}</p> : null}
          <StepForm {...props} step="ask" once>
            <DayField
              name="until"
              label={t('reports.draft.until')}
              hint={t('reports.draft.untilHint')}
              required
            />
          </StepForm>
        </>
      )}
      <EntryList
        most={12}
        entries={lines.map((line) => ({
          key: line.id,
          href: paths.lines(reader, network.slug, line.slug),
          title: chooseName(line.name, reader.language).text,
          meta: <LineState line={line} />,
          body: line.words === '' ? null : <p lang={line.wordsLanguage ?? undefined}>{line.words}</p>,
        }))}
      />
    </Section>
  )
}

function LineState({ line: { askedAt, hasAccount, stance, saidAt, saidAs } }: { line: Line }) {
  const reader = useReader()
  const { t } = reader
  if (askedAt === null) return <>{t('reports.draft.notAsked')}</>
  const day = (at: Date) => dayWords(reader, at.toISOString().slice(0, 10))
  const by = t(hasAccount ? 'reports.draft.byAccount' : 'reports.draft.byMail', { day: day(askedAt) })
  const said =
    stance && saidAt ? t(`reports.draft.said.${stance}`, { day: day(saidAt) }) : t('reports.draft.noAnswer')
  return <>{[by, said, saidAs].filter(Boolean).join(' · ')}</>
}

function FreezeSection(props: StepProps) {
  const { network, report, files } = props
  const reader = useReader()
  const { t } = reader
  const place = paths.draft(reader, network.slug)
  return (
    <Section id="freeze" title={t('reports.draft.freeze')}>
      <p>
        <a href={`${place}/preview`}>{t('reports.page.preview')}</a>
      </p>
      {report.digest && report.frozenAt ? (
        <>
          <EditionLine frozenAt={report.frozenAt} digest={report.digest} />
          <p>{t('reports.draft.drawn', { count: report.drawn, all: countFiles(network) })}</p>
          <ReportFiles names={files} at={(name) => `${place}/${name}`} />
          {report.trouble ? (
            <Notice kind="warning">
              <p>{t('reports.draft.trouble')}</p>
              <p class="as-written">{report.trouble}</p>
            </Notice>
          ) : null}
          <p>
            <a href={`${place}/thaw`}>{t('reports.draft.thaw')}</a>
          </p>
        </>
      ) : (
        <>
          <p>{t('reports.draft.freezeLead')}</p>
          {statesOf(props).freeze === 'later' ? (
            <p>{t('reports.draft.error.open')}</p>
          ) : (
            <StepForm {...props} step="freeze" />
          )}
        </>
      )}
    </Section>
  )
}

function SignSection(props: StepProps) {
  const { network, signatures, signers, actor } = props
  const reader = useReader()
  const { t } = reader
  const own = signers.find(({ personId }) => personId === personIdOf(actor))
  return (
    <Section id="sign" title={t('reports.draft.sign')}>
      <p>{t('reports.draft.signLead')}</p>
      {byOwnSide(reader, network.countries).map((country) => {
        const signature = signatures.find((each) => each.country === country)
        const names = signers.filter((each) => each.country === country).map(({ name }) => name)
        return (
          <>
            <h3>{countryName(reader, country)}</h3>
            {signature ? (
              <>
                {signature.name ? <p>{signature.name}</p> : null}
                <SignatureWords countries={network.countries} signature={signature} />
                {signature.personId !== null && signature.personId === own?.personId ? (
                  <StepForm {...props} step="unsign" />
                ) : null}
              </>
            ) : names.length > 0 ? (
              <>
                <p>{t('reports.draft.maySign', { names: names.join(', ') })}</p>
                {own?.country === country ? <StepForm {...props} step="sign" /> : null}
              </>
            ) : (
              <Notice kind="warning">
                {t('reports.draft.nobodySigns', { country: countryName(reader, country) })}{' '}
                <a href={`/${reader.language}/${network.slug}/people`}>{t('reports.draft.invite')}</a>
              </Notice>
            )}
          </>
        )
      })}
    </Section>
  )
}

function PublishSection(props: StepProps) {
  const { network, report } = props
  const { t } = useReader()
  const zones = zonesFor(network.countries)
  const plan = report.publishAt ? (
    <>
      <Notice>
        <p>{t('reports.draft.planned')}</p>
        <ClockLines
          countries={network.countries}
          hours={{ startsAt: report.publishAt, endsAt: null, zone: zones[0] ?? 'UTC' }}
        />
      </Notice>
      <StepForm {...props} step="unplan" />
    </>
  ) : (
    <StepForm {...props} step="plan">
      <PlanFields zones={zones} />
    </StepForm>
  )
  return (
    <Section id="publish" title={t('reports.draft.publish')}>
      <p>{t('reports.draft.publishLead')}</p>
      {statesOf(props).publish === 'later' ? null : (
        <>
          {plan}
          <StepForm {...props} step="publish" />
        </>
      )}
    </Section>
  )
}

function PlanFields({ zones }: { zones: readonly string[] }) {
  const reader = useReader()
  const { t } = reader
  const { value: time } = useFilled('time')
  const { value: zone } = useFilled('zone')
  return (
    <>
      <DayField name="on" label={t('reports.draft.on')} required />
      <Field name="time" label={t('reports.draft.time')} required>
        {(control) => <input {...control} type="time" value={time} />}
      </Field>
      <ChoiceField
        name="zone"
        label={t('reports.draft.zone')}
        options={zones.map((value) => ({ value, label: chooseName(cityOf(value), reader.language).text }))}
        chosen={[zone || (zones[0] ?? '')]}
        required
      />
    </>
  )
}
