import { languageOf } from '../../../platform/i18n/country-language.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { isCode } from '../../../platform/input/code.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { type Fact, FactList } from '../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { PaperAddress } from '../../../ui/blocks/paper-address.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { recordFacts } from '../../../ui/form/record-facts.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { TieLine } from '../../../ui/tie/tie-line.tsx'
import { EditLink, RecordFoot } from '../../contributions/index.ts'
import { byOwnSide, countryName, shortNames } from '../../directory/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { FilesSection } from '../files/files-section.tsx'
import { mayGiveFiles } from '../files/pages.tsx'
import type { PracticeRequest } from '../frame.tsx'
import { paths } from '../paths.ts'
import { ToldSection } from '../proposals/proposal-sections.tsx'
import { isToDecide, listToldEvidence } from '../proposals/queries.ts'
import { listReviews } from '../reviews/queries.ts'
import { ReviewsSection } from '../reviews/reviews-section.tsx'
import { listUses } from '../uses/queries.ts'
import { UsesSection } from '../uses/uses-section.tsx'
import { practiceFields, transferFields } from './fields.ts'
import { ageOf, missingIn, publications } from './practice.ts'
import { PracticeTags } from './practice-entry.tsx'
import { practiceRecord } from './practice-record.ts'
import type { Practice } from './queries.ts'
import { costWords, levelWords, linkWords, practiceTitle, staffWords } from './sheet-words.ts'

const doneWords = [...publications, 'saved', 'merged', 'looked', 'ended'] as const

/** A sheet: what was done, what came of it, what failed, what it takes elsewhere, and who took it up. */
export async function renderPractice(visit: PracticeRequest) {
  const { request, application, context, reader, network, practice, isHolders } = visit
  const { t } = reader
  const [uses, reviews, told] = await Promise.all([
    listUses(context, practice.id),
    listReviews(context, practice.id),
    listToldEvidence(context, { sheetId: practice.id }),
  ])
  const done = parameterOf(request.query, 'done') ?? ''
  const title = practiceTitle(reader, practice)
  const { slug, holder, partners, publication } = practice
  const links = { reader, actor: context.actor, network, kind: practiceRecord, slug }
  const shown = { network, context, practice }
  const part = (name: string) => paths.practice(reader, network.slug, slug, name)
  // Where its holder is still asked something, the sentence comes first.
  const from = (
    <ToldSection network={network.slug} practice={practice} evidence={told} speaksFor={isHolders} />
  )
  return renderNetworkPage(visit, {
    title,
    description: chooseText(practice.problem, reader.language)?.text.slice(0, 300) ?? title,
    path: `/practices/${slug}`,
    noindex: publication !== 'published' || reader.now !== null,
    children: (
      <article class="practice-sheet">
        <PageHeading
          kicker={
            <>
              <a href={paths.list(reader, network.slug)}>{t('practices.list.title')}</a>
              <PracticeTags practice={practice} />
            </>
          }
          actions={
            <>
              <EditLink {...links} organisationIds={[holder.id]} />{' '}
              {(['pdf', 'docx'] as const).flatMap((format) => [
                <a key={format} class="button" href={part(`/sheet.${format}`)}>
                  {t(`practices.print.one.${format}`)}
                </a>,
                ' ',
              ])}
              <PrintButton />
            </>
          }
        >
          <Passage text={practice.title} as="span" tags="ask" />
        </PageHeading>
        {isCode(doneWords, done) ? (
          <Notice kind="done" live>
            {t(`practices.done.${done}`)}
          </Notice>
        ) : null}
        <StatusNotice practice={practice} />
        <TieLine
          parties={[holder, ...partners].map((body) => ({
            name: shortNames(body),
            country: body.country,
            language: languageOf(body.country),
            href: paths.organisation(reader, network.slug, body.slug),
          }))}
          status="active"
        />
        {publication === 'published' ? null : from}
        {isHolders ? (
          <HolderPart network={network.slug} practice={practice} isToDecide={isToDecide(practice, told)} />
        ) : null}
        <FactList facts={headFacts(reader, practice)} />
        {publication === 'published' ? from : null}
        {(['problem', 'done', 'failed'] as const).map((name) => (
          <Section key={name} id={name} title={t(`practices.field.${name}`)}>
            {name === 'failed' && practice.failedSaid === 'nothing' ? (
              <p>{t('practices.failed.nothingBy', { function: practice.nothingSaidAs })}</p>
            ) : (
              <Said text={practice[name]} />
            )}
          </Section>
        ))}
        <Section id="results" title={t('practices.field.results')}>
          <Results practice={practice} />
        </Section>
        <Section id="means" title={t('practices.form.means')}>
          <FactList facts={meansFacts(reader, practice)} />
        </Section>
        <Transfers network={network} practice={practice} />
        <ReviewsSection {...shown} reviews={reviews} />
        <UsesSection {...shown} uses={uses} />
        <FilesSection network={network.slug} practice={practice} mayGive={mayGiveFiles(visit)} />
        {practice.links.length === 0 ? null : (
          <Section id="links" title={t('practices.field.links')}>
            <ul>
              {practice.links.map((link) => (
                <li key={link.id}>
                  <a href={paths.linked(reader, network.slug, link)}>{linkWords(reader, link)}</a>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <PaperAddress address={application.settings.baseUrl + paths.practice(reader, network.slug, slug)} />
        <RecordFoot {...links} />
      </article>
    ),
  })
}

interface SheetProps {
  network: string
  practice: Practice
}

function StatusNotice({ practice }: Pick<SheetProps, 'practice'>) {
  const reader = useReader()
  const { publication, endedOn, lookedOn } = practice
  const age = ageOf(practice, reader.today)
  if (publication === 'proposed' || publication === 'withdrawn')
    return <Notice>{reader.t(`practices.notice.${publication}`)}</Notice>
  if (endedOn !== null)
    return <Notice>{reader.t('practices.notice.ended', { day: dayWords(reader, endedOn) })}</Notice>
  if (age === 'current') return null
  return (
    <Notice kind="warning">{reader.t(`practices.notice.${age}`, { day: dayWords(reader, lookedOn) })}</Notice>
  )
}

/** What its holder is asked: what the sheet lacks, and whether it is still true. */
function HolderPart({ network, practice, ...props }: SheetProps & { isToDecide: boolean }) {
  const reader = useReader()
  const { t } = reader
  const { slug, publication, endedOn } = practice
  const part = (name: string) => paths.practice(reader, network, slug, `/edit${name}`)
  if (publication === 'published')
    return endedOn !== null || ageOf(practice, reader.today) === 'current' ? null : (
      <Section id="look" title={t('practices.look.title')}>
        <form method="post" action={paths.today(reader, network, slug, '/look')} class="actions">
          {(['true', 'ended'] as const).map((said) => (
            <button key={said} type="submit" class="button" name="said" value={said}>
              {t(`practices.look.${said}`)}
            </button>
          ))}
          <a class="button" href={part('')}>
            {t('practices.look.changed')}
          </a>
        </form>
      </Section>
    )
  if (publication === 'withdrawn') return null
  const missing = missingIn(practice)
  if (props.isToDecide && missing.length === 0) return null
  return (
    <Section
      id="missing"
      title={t(missing.length > 0 ? 'practices.missing.title' : 'practices.missing.nothing')}
    >
      <ul>
        {missing.map((name) => (
          <li key={name}>
            <a href={part(name === 'failed' ? '/failed' : '/about')}>{t(`practices.missing.${name}`)}</a>
          </li>
        ))}
      </ul>
      {props.isToDecide ? null : (
        <p>
          <a class={missing.length > 0 ? 'button' : 'button primary'} href={part('/publication')}>
            {t('practices.form.publication')}
          </a>
        </p>
      )}
    </Section>
  )
}

function headFacts(reader: Reader, practice: Practice): Fact[] {
  const { t } = reader
  const { contact, isContactVacant, lookedOn } = practice
  const post =
    contact === null ? (
      t('practices.contact.none')
    ) : (
      <>
        <Passage text={contact} as="span" />
        {isContactVacant ? ` (${t('practices.contact.vacant')})` : ''}
      </>
    )
  return [
    ...recordFacts(practiceFields, ['themes', 'trades', 'period'], reader, practice),
    { term: t('practices.field.contact'), detail: post },
    ...recordFacts(practiceFields, ['languages', 'licence', 'url'], reader, practice),
    { term: t('practices.field.lookedOn'), detail: dayWords(reader, lookedOn) },
  ]
}

/** A text, or that nobody said it: never a blank. */
function Said({ text }: { text: Practice['problem'] }) {
  const { t } = useReader()
  if (Object.keys(text).length === 0) return <p class="quiet">{t('practices.said.not_said')}</p>
  return <Passage text={text} as="div" class="as-written" />
}

function Results({ practice: { results } }: Pick<SheetProps, 'practice'>) {
  const reader = useReader()
  const { t } = reader
  if (results.length === 0) return <Said text={{}} />
  return (
    <ul>
      {results.map(({ id, measure, on, evidence }) => (
        <li key={id}>
          <Passage text={measure} as="span" />
          {on === null ? '' : ` (${dayWords(reader, on)})`}{' '}
          {evidence === '' ? (
            <span class="quiet">{t('practices.results.noEvidence')}</span>
          ) : (
            <a href={evidence}>{t('practices.field.evidence')}</a>
          )}
        </li>
      ))}
    </ul>
  )
}

function meansFacts(reader: Reader, practice: Practice): Fact[] {
  const { t } = reader
  const cost = (
    <>
      {costWords(reader, practice)}{' '}
      {practice.costSaid === 'said' ? <Passage text={practice.costCovers} as="span" /> : null}
    </>
  )
  return [
    { term: t('practices.field.cost'), detail: cost },
    { term: t('practices.field.staff'), detail: staffWords(reader, practice) },
  ]
}

interface TransfersProps {
  network: { countries: readonly string[] }
  practice: Practice
}

/** For each country: which level would do it there, by the table of competences, what it needs and what would hinder it. */
function Transfers({ network, practice: { holder, themes, transfers } }: TransfersProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="transfer" title={t('practices.form.transfer')}>
      {byOwnSide(reader, network.countries).map((country) => {
        const said = transfers.find(({ id }) => id === country)
        const who =
          country === holder.country ? 'practices.transfer.holderMay' : 'practices.transfer.whoWould'
        const levels = themes.map((theme) =>
          t('practices.transfer.level', {
            theme: t(`networks.theme.${theme}`),
            level: levelWords(reader, theme, country, holder),
          }),
        )
        const facts = said ? recordFacts(transferFields, ['needs', 'hinders'], reader, said) : []
        return (
          <div key={country}>
            <h3>{countryName(reader, country)}</h3>
            <FactList facts={[{ term: t(who), detail: levels }, ...facts]} />
          </div>
        )
      })}
    </Section>
  )
}
