import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Network } from '../../../networks/index.ts'
import { type FreePart, type IssuePart, type ItemsPart, titleOf } from '../issue.ts'
import { paths, pictureAddress } from '../paths.ts'
import { DraftItems } from './draft-items.tsx'

interface DraftPartsProps {
  network: Network
  parts: readonly IssuePart[]
  isDraft: boolean
}

/** The parts of a letter in order, each with its buttons; removed parts come at the end. */
export function DraftParts({ network, parts, isDraft }: DraftPartsProps) {
  const reader = useReader()
  const { t } = reader
  const shown = parts.filter(({ isRemoved }) => !isRemoved)
  const headings = new Map(
    parts.flatMap((part) =>
      part.kind === 'items' ? part.items.map(({ key }) => [key, titleOf(part)] as const) : [],
    ),
  )
  const removed = parts.filter(({ isRemoved }) => isRemoved)
  return (
    <form method="post" action={paths.draft(reader, network.slug, 'changes')}>
      <ol class="letter-parts">
        {shown.map((part, index) => (
          <li key={part.id} id={`part-${part.id}`} class={part.isHidden ? 'letter-hidden' : undefined}>
            <h3>
              {nameOf(reader, part)}{' '}
              {part.isHidden ? <span class="tag">{t('newsletter.issues.hidden')}</span> : null}
            </h3>
            {part.kind === 'items' ? (
              <DraftItems network={network.slug} part={part} isDraft={isDraft} headings={headings} />
            ) : (
              <Content network={network.slug} part={part} />
            )}
            {isDraft ? (
              <p class="part-actions">
                {index > 0 ? <PartButton verb="up" part={part} /> : null}
                {index < shown.length - 1 ? <PartButton verb="down" part={part} /> : null}
                <PartButton verb={part.isHidden ? 'show' : 'hide'} part={part} />
                {part.kind === 'items' ? null : <PartButton verb="remove" part={part} />}
                {part.kind === 'items' && part.gatheredOrder ? (
                  <PartButton verb="reorder" part={part} />
                ) : null}
                <a
                  class="button"
                  href={paths.draft(
                    reader,
                    network.slug,
                    ...(part.kind === 'items' ? ['parts', part.id, 'heading'] : ['parts', part.id]),
                  )}
                >
                  {t(part.kind === 'items' ? 'newsletter.issues.wordHeading' : 'newsletter.issues.edit')}
                  <span class="visually-hidden"> ({nameOf(reader, part)})</span>
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      {removed.length > 0 && isDraft ? (
        <section class="letter-removed" aria-labelledby="removed">
          <h3 id="removed">{t('newsletter.issues.removed')}</h3>
          <ul>
            {removed.map((part) => (
              <li key={part.id}>
                {nameOf(reader, part)} <PartButton verb="restore" part={part} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </form>
  )
}

interface PartButtonProps {
  verb: 'up' | 'down' | 'hide' | 'show' | 'remove' | 'restore' | 'reorder'
  part: IssuePart
}

function PartButton({ verb, part }: PartButtonProps) {
  const reader = useReader()
  return (
    <button type="submit" class="button" name="action" value={`${verb} ${part.id}`}>
      {reader.t(`newsletter.issues.part.${verb}`)}
      <span class="visually-hidden"> ({nameOf(reader, part)})</span>
    </button>
  )
}

/** A name for a part among the others: its title, or its kind with its first words. */
function nameOf(reader: Reader, part: FreePart | ItemsPart): string {
  const kind = part.kind === 'items' ? '' : reader.t(`newsletter.issues.kind.${part.kind}`)
  const text = chooseText(wordsIn(part), reader.language)?.text.slice(0, 80) ?? ''
  return [kind, text].filter(Boolean).join(' – ')
}

function wordsIn(part: FreePart | ItemsPart) {
  switch (part.kind) {
    case 'items':
      return titleOf(part)
    case 'text':
      return Object.keys(part.title).length > 0 ? part.title : part.text
    case 'quote':
      return part.text
    case 'button':
      return part.label
    case 'picture':
      return part.alternative
  }
}

function Content({ network, part }: { network: string; part: FreePart }) {
  const reader = useReader()
  switch (part.kind) {
    case 'text':
      return <Passage text={part.text} class="letter-text" />
    case 'quote':
      return (
        <>
          <Passage text={part.text} as="blockquote" class="letter-text" />
          {part.author === '' ? null : <p>{part.author}</p>}
        </>
      )
    case 'button':
      return (
        <p>
          <a href={part.address} rel="noopener">
            {part.address}
          </a>
        </p>
      )
    case 'picture':
      return (
        <p>
          <img
            class="letter-picture"
            src={pictureAddress(reader.language, network, part.pictureId)}
            width={part.width}
            height={part.height}
            alt={chooseText(part.alternative, reader.language)?.text ?? ''}
          />
        </p>
      )
  }
}
