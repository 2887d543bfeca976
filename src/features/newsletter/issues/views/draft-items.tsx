import { chooseText, type LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { LeftOut } from '../../../../platform/letters/letter-source.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { type IssueItem, type ItemsPart, wordsOf } from '../issue.ts'
import { paths } from '../paths.ts'

interface DraftItemsProps {
  network: string
  part: ItemsPart
  isDraft: boolean
  /** Titles of the parts by the keys of their items, to name the part that tells an item. */
  headings: ReadonlyMap<string, LocalizedText>
}

/** The items of a source, each of which an editor can hide, show or word. */
export function DraftItems({ network, part, isDraft, headings }: DraftItemsProps) {
  const reader = useReader()
  const { t } = reader
  const left = <LeftItems network={network} left={part.left ?? []} />
  if (part.items.length === 0)
    return (
      <>
        <p class="empty-why">{t('newsletter.issues.nothingToTell')}</p>
        {left}
      </>
    )
  return (
    <>
      <ul class="letter-items">
        {part.items.map((item, index) => {
          const words = wordsOf(item)
          const about = (
            <span class="visually-hidden"> ({chooseText(words.title, reader.language)?.text})</span>
          )
          const verb = item.isHidden ? 'show' : 'hide'
          return (
            <li key={item.key} id={itemAnchor(item.key)} class={item.isHidden ? 'letter-hidden' : undefined}>
              <div>
                <Passage text={words.title} as="span" class="letter-item-title" />
                {item.isHidden ? <span class="tag">{t('newsletter.issues.hidden')}</span> : null}
                {item.own ? <span class="tag">{t('newsletter.issues.worded')}</span> : null}
                <Passage text={words.text} class="letter-text" />
                <p class="entry-meta">{item.facts[reader.interfaceLanguage].join(' · ')}</p>
                <ToldElsewhere heading={headings.get(item.toldBy ?? '')} />
              </div>
              {isDraft ? (
                <p class="part-actions">
                  {index > 0 ? <MoveButton part={part} item={item} verb="up" /> : null}
                  {index < part.items.length - 1 ? <MoveButton part={part} item={item} verb="down" /> : null}
                  <button type="submit" class="button" name="action" value={`${verb} ${part.id} ${item.key}`}>
                    {t(`newsletter.issues.part.${verb}`)}
                    {about}
                  </button>
                  <a class="button" href={paths.draft(reader, network, 'parts', part.id, 'items', item.key)}>
                    {t('newsletter.issues.wordItem')}
                    {about}
                  </a>
                </p>
              ) : null}
            </li>
          )
        })}
      </ul>
      {left}
    </>
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

interface MoveButtonProps {
  part: ItemsPart
  item: IssueItem
  verb: 'up' | 'down'
}

function MoveButton({ part, item, verb }: MoveButtonProps) {
  const reader = useReader()
  const words = reader.t(`newsletter.issues.part.${verb}`)
  return (
    <button type="submit" class="button" name="action" value={`${verb} ${part.id} ${item.key}`} title={words}>
      <span aria-hidden="true">{verb === 'up' ? '↑' : '↓'}</span>
      <span class="visually-hidden">
        {words} ({chooseText(wordsOf(item).title, reader.language)?.text})
      </span>
    </button>
  )
}

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
