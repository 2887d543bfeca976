import {
  type Letter,
  type LetterPart,
  type Passage,
  plainWords,
} from '../../../../platform/letters/letter.ts'
import { labelOf, passageOf } from '../../../../platform/mail/rendering/passage.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { LinkedText } from '../../../../ui/text/linked-text.tsx'
import { LanguageTag } from '../../../../ui/text/text-tags.tsx'

type ItemsPart = Extract<LetterPart, { kind: 'items' }>

/** A letter on the web, part by part. */
export function LetterBody({ letter }: { letter: Letter }) {
  return (
    <div class="letter">
      {letter.introduction ? <Paragraphs passage={letter.introduction} /> : null}
      {letter.parts.map((part, index) => (
        <Part key={`${index} ${part.kind}`} part={part} />
      ))}
    </div>
  )
}

function Part({ part }: { part: LetterPart }) {
  const reader = useReader()
  switch (part.kind) {
    case 'items':
      return (
        <section>
          <h2>
            <Words passage={part.title} />
          </h2>
          <EntryList
            entries={part.items.map((item, index) => ({
              key: `${index} ${item.title.text}`,
              title: <ItemTitle item={item} />,
              meta: item.facts.length > 0 ? item.facts.join(' · ') : undefined,
              body: (
                <>
                  {item.text ? <Paragraphs passage={item.text} /> : null}
                  {item.credit ? (
                    <p class="entry-meta">
                      {labelOf(reader.t('ui.letter.credit'), reader.interfaceLanguage)}{' '}
                      <Words passage={item.credit} />
                    </p>
                  ) : null}
                </>
              ),
            }))}
          />
          {part.more ? (
            <p>
              <a href={part.more.address}>{part.more.label}</a>
            </p>
          ) : null}
        </section>
      )
    case 'text':
      return (
        <section>
          {part.title ? (
            <h2>
              <Words passage={part.title} />
            </h2>
          ) : null}
          <Paragraphs passage={part.text} />
        </section>
      )
    case 'quote':
      return (
        <figure>
          <blockquote>
            <Paragraphs passage={part.text} />
          </blockquote>
          {part.author === '' ? null : <figcaption>{part.author}</figcaption>}
        </figure>
      )
    case 'button':
      return (
        <p>
          <a class="button" href={part.address} rel="noopener">
            <Words passage={{ ...part.label, mark: undefined }} />
          </a>
          <Mark passage={part.label} />
        </p>
      )
    case 'picture':
      return (
        <figure>
          <img
            class="letter-picture"
            src={new URL(part.address).pathname}
            width={part.width}
            height={part.height}
            alt={plainWords(part.alternative)}
            {...languageAttributes(reader, part.alternative.language)}
          />
          {part.caption ? (
            <figcaption>
              <Words passage={part.caption} />
            </figcaption>
          ) : null}
        </figure>
      )
  }
}

function ItemTitle({ item }: { item: ItemsPart['items'][number] }) {
  const { title, address } = item
  if (address === null) return <Words passage={title} />
  return (
    <>
      <a href={address}>
        <Words passage={{ ...title, mark: undefined }} />
      </a>
      <Mark passage={title} />
    </>
  )
}

function Words({ passage }: { passage: Passage }) {
  const reader = useReader()
  return (
    <>
      <span {...languageAttributes(reader, passage.language)}>{asSet(passage)}</span>
      <Mark passage={passage} />
    </>
  )
}

// As in mails and on paper, French text has its own spaces, whatever the language of the page.
const asSet = (passage: Passage) => passageOf(passage, passage.language).text

function Mark({ passage: { mark } }: { passage: Passage }) {
  if (mark === undefined) return null
  return (
    <>
      {' '}
      <span class="tag">{mark}</span>
    </>
  )
}

function Paragraphs({ passage }: { passage: Passage }) {
  const reader = useReader()
  const paragraphs = asSet(passage).split(/\n\s*\n/)
  return (
    <>
      {paragraphs.map((text, index) => (
        <p key={`${index} ${text}`} class="letter-text">
          <span {...languageAttributes(reader, passage.language)}>
            <LinkedText text={text} />
          </span>
          {index === paragraphs.length - 1 ? (
            <>
              <LanguageTag language={passage.language} />
              <Mark passage={passage} />
            </>
          ) : null}
        </p>
      ))}
    </>
  )
}
