import { directionOf } from '../../../../platform/i18n/languages.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { Statement } from '../../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { LanguageTag } from '../../../../ui/text/text-tags.tsx'
import type { FindMarks } from '../../../registry/index.ts'
import { fileWords } from '../files/size-in-words.ts'
import type { Resource } from '../resource.ts'

interface ResourceListProps {
  resources: readonly Resource[]
  marks: FindMarks
  /** Where the file of a resource is had. */
  fileOf: (resourceId: string) => string
}

/** What was shown or handed out; a link that is dead says so, and where a copy is kept. */
export function ResourceList({ resources, marks, fileOf }: ResourceListProps) {
  const reader = useReader()
  return (
    <EntryList
      entries={resources.map((resource) => ({
        key: resource.id,
        title: (
          <Statement evidence={marks(resource.id)}>
            <ResourceTitle resource={resource} file={fileOf(resource.id)} />
          </Statement>
        ),
        meta: <ResourceMeta resource={resource} />,
        body: resource.copyWords ? (
          <p>{reader.t('minutes.resource.copy', { words: resource.copyWords })}</p>
        ) : undefined,
      }))}
    />
  )
}

// The file that is kept here before an address that may lead nowhere one day.
function ResourceTitle({ resource, file }: { resource: Resource; file: string }) {
  const reader = useReader()
  const label = <Passage text={resource.label} as="span" tags={false} />
  const address = resource.state === 'moved' && resource.movedTo ? resource.movedTo : resource.url
  if (resource.file)
    return (
      <a href={file} hreflang={resource.language} download>
        {label}
      </a>
    )
  if (address === null || resource.state === 'dead') return label
  return (
    <a
      href={address}
      rel="noreferrer"
      hreflang={resource.language}
      dir={directionOf(reader.interfaceLanguage)}
    >
      {label}
    </a>
  )
}

function ResourceMeta({ resource }: { resource: Resource }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      {t(`minutes.resourceKind.${resource.kind}`)}
      <LanguageTag language={resource.language} />
      {resource.file ? (
        <>
          {' · '}
          {fileWords(reader, resource.file)}
        </>
      ) : null}
      {resource.url === null && resource.file === null ? (
        <>
          {' · '}
          {t('minutes.resource.noAddress')}
        </>
      ) : null}
      {resource.state === 'dead' ? (
        <>
          {' · '}
          <span class="link-dead">{t('minutes.resource.dead')}</span>
          {resource.deadSince ? (
            <>
              {' '}
              <Moment at={resource.deadSince} />
            </>
          ) : null}{' '}
          <span class="link-address">{resource.url}</span>
        </>
      ) : null}
      {resource.state === 'moved' ? (
        <>
          {' · '}
          {t('minutes.resource.moved')}
        </>
      ) : null}
    </>
  )
}
