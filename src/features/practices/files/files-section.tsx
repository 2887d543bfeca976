import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { fileWords } from '../../../ui/text/size-in-words.ts'
import { paths } from '../paths.ts'
import type { Practice } from '../sheets/queries.ts'

interface FilesSectionProps {
  network: string
  practice: Practice
  mayGive: boolean
}

/** The files of a sheet with what they are, and the way for its holder to add and remove some. */
export function FilesSection({ network, practice: { slug, files }, mayGive }: FilesSectionProps) {
  const reader = useReader()
  const { t } = reader
  if (files.length === 0 && !mayGive) return null
  return (
    <Section id="files" title={t('practices.files.section')}>
      {files.map((file) => (
        <div key={file.id} class="actions">
          <a
            href={paths.practice(reader, network, slug, `/files/${file.id}`)}
            hreflang={file.language}
            download
          >
            {file.name}
          </a>
          <span class="quiet">
            {fileWords(reader, file)}, {languageInWords(reader, file.language)}
          </span>
          {mayGive ? (
            <form method="post" action={paths.today(reader, network, slug, `/files/${file.id}/removal`)}>
              <button type="submit" class="button">
                {t('practices.use.removal')}
                <span class="visually-hidden"> {file.name}</span>
              </button>
            </form>
          ) : null}
        </div>
      ))}
      {mayGive ? (
        <p>
          <a class="button" href={paths.today(reader, network, slug, '/files')}>
            {t('ui.file.add')}
          </a>
        </p>
      ) : null}
    </Section>
  )
}
