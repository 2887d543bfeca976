import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../ui/reader.tsx'
import { AskMark, chooseRead } from '../../../ui/text/ask-mark.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { LanguageTag, StateTag } from '../../../ui/text/text-tags.tsx'
import { readBlocks, type TextBlock, type TextRun } from './markdown.ts'
import type { Section } from './section.ts'

/** The table of contents of minutes, made from the parts themselves. */
export function MinutesContents({ sections }: { sections: readonly Section[] }) {
  const reader = useReader()
  if (sections.length < 2) return null
  return (
    <nav class="minutes-contents" aria-label={reader.t('minutes.text.contents')}>
      <p class="minutes-contents-title">{reader.t('minutes.text.contents')}</p>
      <ol>
        {sections.map((section) => (
          <li key={section.id} class={`minutes-level-${section.level}`}>
            <a href={`#s-${section.id}`}>
              <Words text={section.title} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The text of minutes under its titles; the page around it needs an h2 above. */
export function MinutesText({ sections }: { sections: readonly Section[] }) {
  return (
    <div class="minutes-body">
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={`s-${section.id}`}>
          <Title section={section} />
          <MarkdownText text={section.text} />
        </section>
      ))}
    </div>
  )
}

function Title({ section }: { section: Section }) {
  const Heading = section.level <= 2 ? 'h3' : section.level === 3 ? 'h4' : 'h5'
  return (
    <Heading id={`s-${section.id}`}>
      <Words text={section.title} />
    </Heading>
  )
}

function Words({ text }: { text: LocalizedText }) {
  const reader = useReader()
  const chosen = chooseText(text, reader.language)
  return chosen ? <span {...languageAttributes(reader, chosen.language)}>{chosen.text}</span> : null
}

/** A Markdown text, in the reader’s language if there is one, with the state of its translation. */
export function MarkdownText({ text }: { text: LocalizedText }) {
  const reader = useReader()
  const chosen = chooseRead(reader, text)
  if (!chosen) return null
  return (
    <>
      <div class="minutes-prose" {...languageAttributes(reader, chosen.language)}>
        {readBlocks(chosen.text).map((block, index) => (
          <Block key={index} block={block} />
        ))}
      </div>
      {chosen.language === reader.language &&
      chosen.state !== 'machine' &&
      chosen.state !== 'stale' ? null : (
        <p class="minutes-state">
          <LanguageTag language={chosen.language} />
          <StateTag state={chosen.state} />
          <AskMark text={text} apart={null} shown={chosen.language} />
        </p>
      )}
    </>
  )
}

function Block({ block }: { block: TextBlock }) {
  if (block.kind === 'list') {
    const List = block.isOrdered ? 'ol' : 'ul'
    return (
      <List>
        {block.items.map((item, index) => (
          <li key={index}>
            <Runs runs={item} />
          </li>
        ))}
      </List>
    )
  }
  if (block.kind === 'quotation') {
    return (
      <blockquote>
        <Runs runs={block.runs} />
      </blockquote>
    )
  }
  return (
    <p>
      {block.kind === 'title' ? (
        <strong>
          <Runs runs={block.runs} />
        </strong>
      ) : (
        <Runs runs={block.runs} />
      )}
    </p>
  )
}

function Runs({ runs }: { runs: readonly TextRun[] }) {
  return (
    <>
      {runs.map((run, index) => (
        <Run key={index} run={run} />
      ))}
    </>
  )
}

function Run({ run }: { run: TextRun }) {
  if (run.text === '\n') return <br />
  const stressed = run.isStressed ? <em>{run.text}</em> : run.text
  const strong = run.isStrong ? <strong>{stressed}</strong> : stressed
  if (run.href === null) return <>{strong}</>
  return (
    <a href={run.href} rel="noreferrer">
      {strong}
    </a>
  )
}
