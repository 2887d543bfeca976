import type { ComponentChildren } from 'preact'
import { chooseText, type LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { LeftOut } from '../../../../platform/letters/letter-source.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { type IssueItem, type ItemsPart, isLeftOut, wordsOf } from '../issue.ts'
import { paths } from '../paths.ts'
import { DraftMenu } from './draft-menu.tsx'

interface DraftItemsProps {
  network: string
  part: ItemsPart
  isDraft: boolean
  /** Titles of the parts by the keys of their items, to name the part that tells an item. */
  headings: ReadonlyMap<string, LocalizedText>
}

/** More items than these are folded: a letter has up to thirty of a source. */
const mostInView = 8

/** The items of a source, each of which an editor can hide, show or word; what stood in the last letter comes folded after them. */
export function DraftItems({ network, part, isDraft, headings }: DraftItemsProps) {
  const { t } = useReader()
  const shown = part.items.filter((item) => !isLeftOut(item))
  const rest = shown.slice(mostInView)
  const lines = (items: readonly IssueItem[]) => (
    <ul class="letter-items">
      {items.map((item) => {
        const place = shown.indexOf(item)
        return (
          <Item key={item.key} network={network} part={part} item={item} headings={headings}>
            {isDraft ? (
              <ItemMenu
                network={network}
                part={part}
                item={item}
                isFirst={place === 0}
                isLast={place === shown.length - 1}
              />
            ) : null}
          </Item>
        )
      })}
    </ul>
  )
  return (
    <>
      {shown.length > 0 ? lines(shown.slice(0, mostInView)) : null}
      {rest.length > 0 ? (
        <details class="more">
          <summary>{t('newsletter.issues.inFold', { count: rest.length })}</summary>
          {lines(rest)}
        </details>
      ) : null}
      {isDraft ? <StoodBefore part={part} /> : null}
      <LeftItems network={network} left={part.left ?? []} />
    </>
  )
}

interface ItemProps {
  network: string
  part: ItemsPart
  item: IssueItem
}

function Item({
  item,
  headings,
  children,
}: ItemProps & Pick<DraftItemsProps, 'headings'> & { children: ComponentChildren }) {
  const reader = useReader()
  const { t } = reader
  const words = wordsOf(item)
  return (
    <li id={itemAnchor(item.key)} class={item.isHidden ? 'letter-hidden' : undefined}>
      <div>
        <Passage text={words.title} as="span" class="letter-item-title" />
        {item.isHidden ? <span class="tag">{t('newsletter.issues.hidden')}</span> : null}
        {item.own ? <span class="tag">{t('newsletter.issues.worded')}</span> : null}
        <Passage text={words.text} class="letter-text" />
        <p class="entry-meta">{item.facts[reader.interfaceLanguage].join(' · ')}</p>
        <ToldElsewhere heading={headings.get(item.toldBy ?? '')} />
      </div>
      {children}
    </li>
  )
}

function ItemMenu({
  network,
  part,
  item,
  isFirst,
  isLast,
}: ItemProps & { isFirst: boolean; isLast: boolean }) {
  const reader = useReader()
  return (
    <DraftMenu
      name={chooseText(wordsOf(item).title, reader.language)?.text}
      of={`${part.id} ${item.key}`}
      verbs={[
        item.isHidden ? 'show' : 'hide',
        ...(isFirst ? [] : (['up'] as const)),
        ...(isLast ? [] : (['down'] as const)),
      ]}
    >
      <a class="button" href={paths.draft(reader, network, 'parts', part.id, 'items', item.key)}>
        {reader.t('newsletter.issues.wordItem')}
      </a>
    </DraftMenu>
  )
}

/** What was left out by itself, since it stood in the last letter and has not changed: an editor adds it, one by one or all. */
function StoodBefore({ part }: { part: ItemsPart }) {
  const reader = useReader()
  const { t } = reader
  const left = part.items.filter(isLeftOut)
  const number = left[0]?.stoodIn
  if (number === undefined) return null
  return (
    <details class="more">
      <summary>{t('newsletter.issues.stood', { count: left.length, number: String(number) })}</summary>
      <p>
        <button type="submit" class="button" name="action" value={`add ${part.id}`}>
          {t('newsletter.issues.addStood', { count: left.length })}
        </button>
      </p>
      <ul class="letter-items">
        {left.map((item) => (
          <li key={item.key}>
            <Passage text={wordsOf(item).title} as="span" class="letter-item-title" />
            <button type="submit" class="button" name="action" value={`show ${part.id} ${item.key}`}>
              {t('newsletter.issues.addBack')}
              <span class="visually-hidden"> ({chooseText(wordsOf(item).title, reader.language)?.text})</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function ToldElsewhere({ heading }: { heading: LocalizedText | undefined }) {
  const reader = useReader()
  if (heading === undefined) return null
  const part = chooseText(heading, reader.language)?.text ?? ''
  return <p class="entry-meta">{reader.t('newsletter.issues.toldElsewhere', { part })}</p>
}

/** The anchor of an item on the page of its draft. */
export const itemAnchor = (key: string) => `item-${key}`

/** The news of a part that the letter leaves out, and where to find it. */
function LeftItems({ network, left }: Pick<DraftItemsProps, 'network'> & { left: LeftOut[] }) {
  const reader = useReader()
  return left.map(({ kind, count, path }) => (
    <p key={kind} class="entry-meta">
      {reader.t(`newsletter.issues.left.${kind}`, { count })}{' '}
      <a href={`/${reader.language}/${network}${path}`}>{reader.t(`newsletter.issues.leftLink.${kind}`)}</a>
    </p>
  ))
}
