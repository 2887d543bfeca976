import type { ComponentChildren } from 'preact'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { FactMark } from '../../../../platform/records/fact-sources.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { type Fact, FactList } from '../../../../ui/blocks/fact-list.tsx'
import { PaperAddress } from '../../../../ui/blocks/paper-address.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { Statement } from '../../../../ui/evidence/evidence-mark.tsx'
import { recordFacts } from '../../../../ui/form/record-facts.tsx'
import type { FormName } from '../../../../ui/form/record-fields.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dateWords } from '../../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../../ui/text/fuzzy-date.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { TieLine } from '../../../../ui/tie/tie-line.tsx'
import { kindName, shortNames } from '../../../directory/index.ts'
import { sizeWords, wishFields } from '../fields.ts'
import type { Said } from '../from-sources/queries.ts'
import { paths } from '../paths.ts'
import type { Wish } from '../queries.ts'
import { stateOf, type WishDone } from '../wish.ts'
import { wishEntry } from './wish-entry.tsx'
import { ageWords, expiryWords, WishStatus, WishTags } from './wish-status.tsx'

interface WishPageProps {
  network: { id: string; slug: string }
  wish: Wish
  /** Of the page, with its site: for those who hold it on paper. */
  address: string
  /** What a source had said before, with its marks. */
  said: { said: Said; marks: FactMark[] } | null
  /** The reader speaks for its authority, or for the secretariat. */
  speaksFor: boolean
  /** The reader may say that another authority is interested. */
  mayAnswer: boolean
  /** Other open wishes on the same themes: the way on where this one is not answered. */
  alike: Wish[]
  /** What was just done. */
  done: WishDone | null
  actions?: ComponentChildren
  /** The partners that would suit. */
  suggestions?: ComponentChildren
  /** The talks about it, for those who take part in them. */
  talks?: ComponentChildren
  foot?: ComponentChildren
}

/** What a wish is called, in words for titles. */
export function wishTitle(reader: Reader, wish: Wish): string {
  return chooseText(wish.title, reader.language)?.text ?? reader.t(`partners.wish.kindTitle.${wish.kind}`)
}

/** Everything that an authority says of what it looks for or offers, its state, and what one may do about it. */
export function WishPage(props: WishPageProps) {
  const reader = useReader()
  const { network, wish, said, alike } = props
  const { t } = reader
  const { organisation } = wish
  return (
    <article class="wish-sheet">
      <PageHeading
        kicker={
          <>
            <a href={paths.board(reader, network.slug)}>{t('partners.board.title')}</a>
            {' · '}
            {t(`partners.wish.kind.${wish.kind}`)}
            <WishTags wish={wish} />
          </>
        }
        actions={
          <>
            {props.actions} <PrintButton />{' '}
            <a
              href={`/api/v1/networks/${network.slug}/wishes/${wish.slug}${reader.now ? `?now=${reader.now}` : ''}`}
            >
              {t('partners.wish.data')}
            </a>
          </>
        }
      >
        <Passage text={wish.title} as="span" tags="ask" />
      </PageHeading>
      <WishStatus network={network.slug} wish={wish} speaksFor={props.speaksFor} done={props.done} />
      <TieLine
        parties={[
          {
            name: shortNames(organisation),
            country: organisation.country,
            language: languageOf(organisation.country),
            href: paths.organisation(reader, network.slug, organisation.slug),
          },
        ]}
        status="prospective"
      />
      <Passage text={wish.text} as="div" class="wish-text" />
      <WishActions {...props} network={network.slug} />
      <WishFacts network={network.slug} wish={wish} />
      {said === null ? null : (
        <Section id="said" title={t('partners.wish.saidBefore')}>
          <Statement evidence={said.marks}>
            <Passage text={said.said.seeks} as="span" />
          </Statement>
        </Section>
      )}
      <PaperAddress address={props.address} />
      <div class="wish-beside">
        {props.talks}
        {props.suggestions}
        {alike.length === 0 ? null : (
          <Section id="alike" title={t('partners.wish.alike')}>
            <EntryList entries={alike.map((each) => wishEntry(reader, network.slug, each))} />
          </Section>
        )}
        {props.foot}
      </div>
    </article>
  )
}

interface WishActionsProps {
  network: string
  wish: Wish
  speaksFor: boolean
  mayAnswer: boolean
}

/** What a reader may do with a wish: answer it, or, of their own, renew it, say that they have found, take that back. */
function WishActions({ network, wish, speaksFor, mayAnswer }: WishActionsProps) {
  const reader = useReader()
  const { t } = reader
  const state = stateOf(wish, reader.today)
  const plain = (address: string) => address.split('?')[0] ?? address
  return (
    <div class="wish-actions">
      {state === 'open' && mayAnswer ? (
        <a class="button primary" href={paths.interest(reader, network, wish.slug)} rel="nofollow">
          {t('partners.wish.interested')}
        </a>
      ) : null}
      {speaksFor && (state === 'open' || state === 'expired') ? (
        <>
          <form method="post" action={plain(paths.renewal(reader, network, wish.slug))}>
            <button type="submit" class="button">
              {t('partners.wish.renew')}
            </button>
          </form>
          <form method="post" action={plain(paths.found(reader, network, wish.slug))}>
            <button type="submit" class="button">
              {t('partners.wish.sayFound')}
            </button>
          </form>
        </>
      ) : null}
      {speaksFor && state === 'found' ? (
        <form method="post" action={`${plain(paths.found(reader, network, wish.slug))}/removal`}>
          <button type="submit" class="button">
            {t('partners.wish.reopen')}
          </button>
        </form>
      ) : null}
    </div>
  )
}

interface WishFactsProps {
  network: string
  wish: Wish
}

/** The facts of a wish: its authority, themes, forms, partners sought, dates and means. */
function WishFacts({ network, wish }: WishFactsProps) {
  const reader = useReader()
  const { t } = reader
  const { organisation } = wish
  const said = (...names: FormName<typeof wishFields>[]) => recordFacts(wishFields, names, reader, wish)
  const size = sizeWords(reader, wish)
  const facts: (Fact | null)[] = [
    {
      term: t('partners.wish.authority'),
      detail: (
        <>
          <a href={paths.organisation(reader, network, organisation.slug)}>
            <Name name={organisation.name} own={languageOf(organisation.country)} />
          </a>
          {', '}
          {kindName(reader, organisation.kind)}
        </>
      ),
    },
    ...said('themes', 'forms', 'countries', 'tiers'),
    size === null ? null : { term: t('partners.wish.population'), detail: size },
    ...said('languages'),
    wish.horizon === null
      ? null
      : {
          term: t('partners.wish.horizon'),
          detail: <FuzzyDate {...dateWords(reader, wish.horizon, wish.horizonWords)} />,
        },
    ...said('meanKinds', 'means', 'returns', 'returnThemes'),
    {
      term: t('partners.wish.validity'),
      detail: `${expiryWords(reader, wish)} · ${ageWords(reader, wish)}`,
    },
  ]
  return <FactList facts={facts.filter((fact) => fact !== null)} />
}
