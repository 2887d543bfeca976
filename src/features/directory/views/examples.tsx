import { useReader } from '../../../ui/reader.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { directoryAddress } from '../paths.ts'

/** Shows by examples what the search understands: each is a link to its own answer. */
export function Examples() {
  const reader = useReader()
  return (
    <>
      <p>{reader.t('directory.search.examples')}</p>
      <ul>
        {examples.map(({ q, language, how }) => (
          <li key={q}>
            <a href={directoryAddress(reader, { q })} {...languageAttributes(reader, language)}>
              {q}
            </a>{' '}
            ({reader.t(how)})
          </li>
        ))}
      </ul>
    </>
  )
}

const examples = [
  { q: '밀양', language: 'ko', how: 'directory.example.hangul' },
  { q: 'Miryang', language: 'en', how: 'directory.example.latin' },
  { q: 'ㅅㅊ', language: 'ko', how: 'directory.example.initials' },
  { q: 'Pusan', language: 'en', how: 'directory.example.old' },
  { q: 'Evian', language: 'fr', how: 'directory.example.bare' },
] as const
