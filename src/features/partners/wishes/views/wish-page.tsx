import type { ComponentChildren } from 'preact'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { FactMark } from '../../../../platform/records/fact-sources.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { PaperAddress } from '../../../../ui/blocks/paper-address.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { Statement } from '../../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { TieLine } from '../../../../ui/tie/tie-line.tsx'
import { shortNames } from '../../../directory/index.ts'
import { paths } from '../paths.ts'
import type { WishDone } from '../record/done.ts'
import type { Wish } from '../row/queries.ts'
import type { Said } from '../said/queries.ts'
import { WishActions } from './wish-actions.tsx'
import { wishEntry } from './wish-entry.tsx'
import { WishFacts } from './wish-facts.tsx'
import { WishStanding } from './wish-standing.tsx'
import { WishTags } from './wish-tags.tsx'

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

/** Everything that an authority says of what it looks for or offers, how it stands, and what one may do about it. */
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
        <Passage text={wish.title} as="span" tags={false} />
      </PageHeading>
      <WishStanding network={network.slug} wish={wish} speaksFor={props.speaksFor} done={props.done} />
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
