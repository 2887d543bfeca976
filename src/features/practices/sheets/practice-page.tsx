import type { ComponentChildren } from 'preact'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { numberFormatter } from '../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { fieldWords } from '../../../platform/records/fields/explanation.ts'
import { type Fact, FactList } from '../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { PaperAddress } from '../../../ui/blocks/paper-address.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { TieLine } from '../../../ui/tie/tie-line.tsx'
import { byOwnSide, countryName, shortNames } from '../../directory/index.ts'
import type { Theme } from '../../networks/index.ts'
import { lookUpCompetence, mainTiers, tiersOf } from '../../partners/index.ts'
import { paths } from '../paths.ts'
import { practiceFields } from './fields.ts'
import { linkWords } from './link-words.ts'
import { type Age, ageOf, missingIn, type Publication } from './practice.ts'
import type { Practice } from './queries.ts'

interface PracticePageProps {
  network: { slug: string; countries: readonly string[] }
  practice: Practice
  /** Of the page, with its site: for those who hold it on paper. */
  address: string
  /** The reader speaks for its holder. */
  speaksFor: boolean
  done: Publication | 'looked' | 'ended' | null
  actions: ComponentChildren
  uses: ComponentChildren
  reviews: ComponentChildren
  /** The sentences from which it was drafted. */
  told: ComponentChildren
  foot: ComponentChildren
}

/** A sheet: what was done, what came of it, what failed, what it takes elsewhere, and who took it up. */
export function PracticePage(props: PracticePageProps) {
  const { network, practice } = props
  const reader = useReader()
  const { t } = reader
  const { holder, partners } = practice
  const age = ageOf(practice, reader.today)
  const party = (body: typeof holder) => ({
    name: shortNames(body),
    country: body.country,
    language: languageOf(body.country),
    href: paths.organisation(reader, network.slug, body.slug),
  })
  return (
    <article class="practice-sheet">
      <PageHeading
        kicker={
          <>
            <a href={paths.list(reader, network.slug)}>{t('practices.list.title')}</a>
            <PracticeTags practice={practice} age={age} />
          </>
        }
        actions={
          <>
            {props.actions} <PrintButton />
          </>
        }
      >
        <Passage text={practice.title} as="span" tags="ask" />
      </PageHeading>
      {props.done ? (
        <Notice kind="done" live>
          {t(`practices.done.${props.done}`)}
        </Notice>
      ) : null}
      <TieLine parties={[holder, ...partners].map(party)} status="active" />
      <FactList facts={headFacts(reader, practice)} />
      <StatusNotice practice={practice} age={age} />
      {props.told}
      {props.speaksFor ? <HolderPart network={network.slug} practice={practice} age={age} /> : null}
      {(['problem', 'done'] as const).map((name) => (
        <Section key={name} id={name} title={t(`practices.field.${name}`)}>
          <Said text={practice[name]} />
        </Section>
      ))}
      <Section id="failed" title={t('practices.field.failed')}>
        <Failed practice={practice} />
      </Section>
      <Section id="results" title={t('practices.field.results')}>
        <Results practice={practice} />
      </Section>
      <Section id="means" title={t('practices.form.means')}>
        <FactList facts={meansFacts(reader, practice)} />
      </Section>
      <Transfers network={network} practice={practice} />
      {props.reviews}
      {props.uses}
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
      <PaperAddress address={props.address} />
      {props.foot}
    </article>
  )
}

interface AgedProps {
  practice: Practice
  age: Age
}

/** What a list and a heading say of a sheet beside its title. */
export function PracticeTags({
  practice: { publication, failedSaid, usedBy, endedOn, confirmation },
  age,
}: AgedProps) {
  const { t } = useReader()
  const tags = [
    publication === 'published' ? null : t(`practices.publication.${publication}`),
    publication === 'published' && age !== 'current' ? t(`practices.age.${age}`) : null,
    publication === 'published' ? t(`practices.confirmation.${confirmation}`) : null,
    endedOn === null ? null : t('practices.tag.ended'),
    failedSaid === 'said' ? t('practices.tag.failed') : null,
    usedBy > 0 ? t('practices.tag.used', { count: usedBy }) : null,
  ]
  return (
    <>
      {tags.filter(Boolean).map((tag) => (
        <span key={tag} class="tag">
          {tag}
        </span>
      ))}
    </>
  )
}

function StatusNotice({ practice: { publication, endedOn, lookedOn }, age }: AgedProps) {
  const reader = useReader()
  const { t } = reader
  if (publication === 'proposed') return <Notice>{t('practices.notice.proposed')}</Notice>
  if (publication === 'withdrawn') return <Notice>{t('practices.notice.withdrawn')}</Notice>
  if (endedOn !== null)
    return <Notice>{t('practices.notice.ended', { day: dayWords(reader, endedOn) })}</Notice>
  return age === 'current' ? null : (
    <Notice kind="warning">{t(`practices.notice.${age}`, { day: dayWords(reader, lookedOn) })}</Notice>
  )
}

/** What its holder is asked: what the sheet lacks, and whether it is still true. */
function HolderPart({ network, practice, age }: AgedProps & { network: string }) {
  const reader = useReader()
  const { t } = reader
  const { slug, publication, endedOn } = practice
  const missing = missingIn(practice)
  const plain = (path: string) => path.split('?')[0] ?? path
  const place = plain(paths.practice(reader, network, slug))
  if (publication === 'published')
    return age === 'current' || endedOn !== null ? null : (
      <section aria-labelledby="look" class="practice-look">
        <h2 id="look">{t('practices.look.title')}</h2>
        <div class="actions">
          {(['true', 'ended'] as const).map((said) => (
            <form key={said} method="post" action={`${place}/look`}>
              <button type="submit" class="button" name="said" value={said}>
                {t(`practices.look.${said}`)}
              </button>
            </form>
          ))}
          <a class="button" href={paths.edit(reader, network, slug)}>
            {t('practices.look.changed')}
          </a>
        </div>
      </section>
    )
  if (publication === 'withdrawn') return null
  return (
    <section aria-labelledby="missing" class="practice-look">
      <h2 id="missing">{t(missing.length > 0 ? 'practices.missing.title' : 'practices.missing.nothing')}</h2>
      <ul>
        {missing.map((part) => (
          <li key={part}>
            <a href={paths.edit(reader, network, slug, part === 'failed' ? 'failed' : 'about')}>
              {t(`practices.missing.${part}`)}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a class="button" href={paths.edit(reader, network, slug, 'publication')}>
          {t('practices.form.publication')}
        </a>
      </p>
    </section>
  )
}

function headFacts(reader: Reader, practice: Practice): Fact[] {
  const { t } = reader
  const said = (name: 'themes' | 'trades' | 'period' | 'languages') => {
    const detail = fieldWords(practiceFields[name], reader, practice[name])
    return detail === null ? [] : [{ term: t(practiceFields[name].label ?? 'practices.field.title'), detail }]
  }
  return [
    ...said('themes'),
    ...said('trades'),
    ...said('period'),
    {
      term: t('practices.field.contact'),
      detail:
        practice.contact === null ? (
          t('practices.contact.none')
        ) : (
          <>
            <Passage text={practice.contact} as="span" />
            {practice.isContactVacant ? ` (${t('practices.contact.vacant')})` : ''}
          </>
        ),
    },
    ...said('languages'),
    { term: t('practices.field.licence'), detail: t(`practices.licence.${practice.licence}`) },
    ...(practice.url === ''
      ? []
      : [{ term: t('practices.field.url'), detail: <a href={practice.url}>{practice.url}</a> }]),
    { term: t('practices.field.lookedOn'), detail: dayWords(reader, practice.lookedOn) },
  ]
}

/** A text, or that nobody said it: never a blank. */
function Said({ text }: { text: Practice['problem'] }) {
  const { t } = useReader()
  return Object.keys(text).length > 0 ? (
    <Passage text={text} as="div" class="practice-text" />
  ) : (
    <p class="quiet">{t('practices.said.not_said')}</p>
  )
}

function Failed({ practice: { failedSaid, failed, nothingSaidAs } }: { practice: Practice }) {
  const { t } = useReader()
  if (failedSaid === 'nothing') return <p>{t('practices.failed.nothingBy', { function: nothingSaidAs })}</p>
  return <Said text={failed} />
}

function Results({ practice: { results } }: { practice: Practice }) {
  const reader = useReader()
  const { t } = reader
  if (results.length === 0) return <p class="quiet">{t('practices.said.not_said')}</p>
  return (
    <ul>
      {results.map(({ id, measure, on, evidence }) => (
        <li key={id}>
          <Passage text={measure} as="span" />
          {on === null ? '' : ` (${dayWords(reader, on)})`}
          {evidence === '' ? (
            <span class="quiet"> {t('practices.results.noEvidence')}</span>
          ) : (
            <>
              {' '}
              <a href={evidence}>{t('practices.field.evidence')}</a>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function meansFacts(reader: Reader, practice: Practice): Fact[] {
  const { t } = reader
  const { costSaid, costAmount, costCurrency, costYear, costCovers, staffSaid, staffFte, staffMonths } =
    practice
  const number = (value: number) => numberFormatter(reader.interfaceLanguage, {}).format(value)
  const money = () =>
    numberFormatter(reader.interfaceLanguage, {
      style: 'currency',
      currency: costCurrency,
      maximumFractionDigits: 0,
    }).format(costAmount ?? 0)
  return [
    {
      term: t('practices.field.cost'),
      detail:
        costSaid === 'said' ? (
          <>
            {money()} ({costYear}) <Passage text={costCovers} as="span" />
          </>
        ) : (
          t(`practices.said.${costSaid}`)
        ),
    },
    {
      term: t('practices.field.staff'),
      detail:
        staffSaid === 'said'
          ? t(staffMonths === null ? 'practices.staff.open' : 'practices.staff.months', {
              fte: number(staffFte ?? 0),
              count: staffMonths ?? 0,
            })
          : t(`practices.said.${staffSaid}`),
    },
  ]
}

interface TransfersProps {
  network: { countries: readonly string[] }
  practice: Practice
}

/** For each country: which level would do it there, by the table of competences, what it needs and what would hinder it. */
function Transfers({ network, practice }: TransfersProps) {
  const reader = useReader()
  const { t } = reader
  const { holder, themes, transfers } = practice
  return (
    <Section id="transfer" title={t('practices.form.transfer')}>
      {byOwnSide(reader, network.countries).map((country) => {
        const said = transfers.find(({ id }) => id === country)
        const facts = [
          {
            term: t(
              country === holder.country ? 'practices.transfer.holderMay' : 'practices.transfer.whoWould',
            ),
            detail: themes.map((theme) => (
              <>
                {t(`networks.theme.${theme}`)}: {levelWords(reader, theme, country, holder)}
              </>
            )),
          },
          ...(['needs', 'hinders'] as const).flatMap((name) =>
            said && Object.keys(said[name]).length > 0
              ? [{ term: t(`practices.field.${name}`), detail: <Passage text={said[name]} as="span" /> }]
              : [],
          ),
        ]
        return (
          <div key={country}>
            <h3>{countryName(reader, country)}</h3>
            <FactList facts={facts} />
          </div>
        )
      })}
    </Section>
  )
}

function levelWords(reader: Reader, theme: Theme, country: string, holder: Practice['holder']): string {
  const { t } = reader
  const own = country === holder.country
  const levels = own ? tiersOf(holder) : mainTiers(theme, country)
  const words = levels.flatMap((tier) => {
    const competence = lookUpCompetence(theme, tier)
    if (competence === null) return []
    const state = competence.isStateToo ? `, ${t('practices.transfer.stateToo')}` : ''
    return [`${t(`partners.tier.${tier}`)} (${t(`partners.grade.${competence.grade}`)}${state})`]
  })
  return words.length > 0 ? words.join(', ') : t('practices.transfer.unknown')
}

/** The holder of a sheet, by its short name. */
export function HolderName({ practice: { holder } }: { practice: Practice }) {
  return <Name name={shortNames(holder)} own={languageOf(holder.country)} />
}
