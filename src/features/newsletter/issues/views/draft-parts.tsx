import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Network } from '../../../networks/index.ts'
import { type FreePart, type IssuePart, type ItemsPart, isOnDraft, titleOf } from '../issue.ts'
import { paths, pictureAddress } from '../paths.ts'
import { DraftItems } from './draft-items.tsx'
import { DraftMenu } from './draft-menu.tsx'

interface DraftPartsProps {
  network: Network
  parts: readonly IssuePart[]
  isDraft: boolean
}

/** The parts of a letter in order, each with its menu; those that are left out have one line, removed ones come at the end. */
export function DraftParts({ network, parts, isDraft }: DraftPartsProps) {
  const reader = useReader()
  const { t } = reader
  const shown = parts.filter(isOnDraft)
  const headings = new Map(
    parts.flatMap((part) =>
      part.kind === 'items' ? part.items.map(({ key }) => [key, titleOf(part)] as const) : [],
    ),
  )
  const silent = parts.filter((part) => !part.isRemoved && !isOnDraft(part))
  const removed = parts.filter(({ isRemoved }) => isRemoved)
  return (
    <>
      {isDraft && shown.length > 0 ? <SectionTicks network={network} parts={shown} /> : null}
      <form method="post" action={paths.draft(reader, network.slug, 'changes')}>
        <ol class="letter-parts">
          {shown.map((part, index) => (
            <li key={part.id} id={`part-${part.id}`} class={part.isHidden ? 'letter-hidden' : undefined}>
              <div class="letter-part-head">
                <h3>
                  {nameOf(reader, part)}{' '}
                  {part.isHidden ? <span class="tag">{t('newsletter.issues.partHidden')}</span> : null}
                </h3>
                {isDraft ? (
                  <PartMenu
                    network={network.slug}
                    part={part}
                    isFirst={index === 0}
                    isLast={index === shown.length - 1}
                  />
                ) : null}
              </div>
              {part.isHidden ? null : part.kind === 'items' ? (
                <DraftItems network={network.slug} part={part} isDraft={isDraft} headings={headings} />
              ) : (
                <Content network={network.slug} part={part} />
              )}
            </li>
          ))}
        </ol>
        {silent.length > 0 ? (
          <p class="entry-meta">
            {t('newsletter.issues.nothingIn')} {silent.map((part) => nameOf(reader, part)).join(' · ')}
          </p>
        ) : null}
        {removed.length > 0 && isDraft ? (
          <section class="letter-removed" aria-labelledby="removed">
            <h3 id="removed">{t('newsletter.issues.removed')}</h3>
            <ul>
              {removed.map((part) => (
                <li key={part.id}>
                  {nameOf(reader, part)}{' '}
                  <button type="submit" class="button" name="action" value={`restore ${part.id}`}>
                    {t('newsletter.issues.part.restore')}
                    <span class="visually-hidden"> ({nameOf(reader, part)})</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </form>
    </>
  )
}

/** Which parts the letter has, as boxes: what is not ticked is kept and left out. With scripts a tick is saved at once. */
function SectionTicks({ network, parts }: Pick<DraftPartsProps, 'network' | 'parts'>) {
  const reader = useReader()
  const { t } = reader
  return (
    <form
      id="sections"
      class="form letter-ticks"
      method="post"
      action={paths.draft(reader, network.slug, 'sections')}
      data-part="ticks"
    >
      <ChoiceField
        name="ticked"
        label={t('newsletter.issues.ticks')}
        hint={t('newsletter.issues.ticksHint')}
        options={parts.map((part) => ({ value: part.id, label: nameOf(reader, part) + countIn(part) }))}
        chosen={parts.flatMap(({ id, isHidden }) => (isHidden ? [] : [id]))}
        multiple
        isPart
      />
      {parts.map(({ id }) => (
        <input key={id} type="hidden" name="listed" value={id} />
      ))}
      <button type="submit" class="button">
        {t('newsletter.issues.saveTicks')}
      </button>
    </form>
  )
}

const countIn = (part: IssuePart) =>
  part.kind === 'items' ? ` (${part.items.filter(({ isHidden }) => !isHidden).length})` : ''

interface PartMenuProps {
  network: string
  part: IssuePart
  isFirst: boolean
  isLast: boolean
}

function PartMenu({ network, part, isFirst, isLast }: PartMenuProps) {
  const reader = useReader()
  const isFree = part.kind !== 'items'
  return (
    <DraftMenu
      name={nameOf(reader, part)}
      of={part.id}
      verbs={[
        ...(isFirst ? [] : (['up'] as const)),
        ...(isLast ? [] : (['down'] as const)),
        ...(isFree ? (['remove'] as const) : []),
        ...(!isFree && part.gatheredOrder ? (['reorder'] as const) : []),
      ]}
    >
      <a class="button" href={paths.draft(reader, network, 'parts', part.id, ...(isFree ? [] : ['heading']))}>
        {reader.t(isFree ? 'newsletter.issues.edit' : 'newsletter.issues.wordHeading')}
      </a>
    </DraftMenu>
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
