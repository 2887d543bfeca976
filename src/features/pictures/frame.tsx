import type { ComponentChildren } from 'preact'
import type { Context } from '../../platform/context/context.ts'
import { chooseText } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { useReader } from '../../ui/reader.tsx'
import { Section } from '../../ui/text/headings.tsx'
import { languageAttributes } from '../../ui/text/language-attributes.ts'
import { Passage } from '../../ui/text/passage.tsx'
import { mayChangeRecord } from '../contributions/index.ts'
import { paths } from './paths.ts'
import { listPictures, type Picture, type PicturedKind } from './queries.ts'

interface PicturesCall {
  context: Context
  reader: Reader
  network: { id: string; slug: string }
  kind: { kind: PicturedKind; segment: string }
  /** With the organisations whose members may change it. */
  record: { id: string; slug: string; organisationIds: string[] }
}

/** The pictures on the page of a record, with the way to change them for who may; null where there is neither. */
export async function renderPictures(call: PicturesCall): Promise<ComponentChildren | null> {
  const { context, reader, network, kind, record } = call
  const asked = { networkId: network.id, kind: kind.kind, id: record.id }
  const pictures = await listPictures(context, asked)
  const mayChange = mayChangeRecord(context.actor, { ...asked, organisationIds: record.organisationIds })
  if (pictures.length === 0 && !mayChange) return null
  const place = { segment: kind.segment, slug: record.slug }
  const address = (step?: string) => paths.pictures(reader, network.slug, place, step)
  const { t } = reader
  return (
    <Section
      id="pictures"
      title={t('pictures.record.title')}
      aside={
        mayChange && pictures.length > 0 ? <a href={address()}>{t('pictures.record.change')}</a> : undefined
      }
    >
      {pictures.length > 0 ? (
        <ul class="gallery">
          {pictures.map((picture) => (
            <li key={picture.id}>
              <PictureFigure network={network.slug} picture={picture} />
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <a class="button" href={address('/new')}>
            {t('pictures.record.add')}
          </a>
        </p>
      )}
    </Section>
  )
}

interface PictureFigureProps {
  network: string
  picture: Picture
  /** Where it leads; by default to the picture alone, as large as it is. */
  href?: string
}

/** A picture with its caption, who made it, and who may show it. */
export function PictureFigure({ network, picture, href }: PictureFigureProps) {
  const reader = useReader()
  const { id, width, height, caption, credit, terms } = picture
  const alternative = chooseText(picture.alternative, reader.language)
  const address = paths.file(reader.language, network, id)
  return (
    <figure class="picture">
      <a href={href ?? address}>
        <img
          src={address}
          width={width}
          height={height}
          loading="lazy"
          decoding="async"
          alt={alternative?.text ?? ''}
          {...(alternative ? languageAttributes(reader, alternative.language) : {})}
        />
      </a>
      <figcaption>
        <Passage text={caption} />
        <p class="quiet">
          {reader.t('pictures.record.credited', { credit })} – {terms}
        </p>
      </figcaption>
    </figure>
  )
}
