import type { FastifyInstance, FastifyReply } from 'fastify'
import { newId } from '../../../platform/context/identifier.ts'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { readUpload } from '../../../platform/http/read-upload.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import {
  type FieldError,
  fieldError,
  readForm,
  readValues,
  typedValue,
} from '../../../platform/input/form.ts'
import type { Shown } from '../../../platform/records/record-part.ts'
import { notFound } from '../../../platform/refusal.ts'
import { Field } from '../../../ui/form/field.tsx'
import { FileField } from '../../../ui/form/file-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { type DraftRequest, readDraftRequest, readPartRequest } from './call.ts'
import { contentFields } from './content-fields.tsx'
import { refusalOf } from './editing/call.ts'
import { addPart, contentOf, writeContent } from './editing/commands.ts'
import { drawTextsForm } from './editing/page.tsx'
import { contentForm } from './editing/schema.ts'
import { type FreeKind, type FreePart, freeKinds } from './part.ts'
import { paths, pictureAddress } from './paths.ts'
import { type GivenPicture, keepPicture } from './pictures/commands.ts'
import { longestSide, readPictureFormat } from './pictures/picture-format.ts'
import { markOf } from './same.ts'

const noPicture = { pictureId: '', width: 1, height: 1 }

/** What editors add to a letter of their own: texts, pictures, quotes, buttons. */
export function addAdditionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/newsletter/draft'
  for (const kind of freeKinds) {
    const address = `${place}/new/${kind}`
    pages.get(address, readDraftRequest, (asked) => draw(asked, { kind, part: null }))
    if (kind === 'picture')
      pages.with({ ...neverKept, config: { takesFiles: true } }).post(address, addPicture)
    else pages.post(address, (visit) => add(visit, kind))
  }
  pages.get(`${place}/parts/:part`, readFreePart, ({ part, ...asked }) =>
    draw(asked, { kind: part.kind, part }),
  )
  pages.post(`${place}/parts/:part`, change)
}

async function readFreePart(visit: Visit) {
  const { part, ...asked } = await readPartRequest(visit)
  return part.kind === 'items' ? notFound(part.id) : { ...asked, part }
}

async function add(visit: Visit, kind: FreeKind): Promise<FastifyReply> {
  const { request, reply } = visit
  const asked = await readDraftRequest(visit)
  const form = readForm(contentForm(kind, null, noPicture), request.body)
  const refused = refusalOf(asked, request, form.valid ? [] : form.errors)
  if (refused || !form.valid) return draw(asked, { kind, part: null, shown: refused ?? form })
  const id = await addPart(asked.writing, asked.issue, form.data, seenIn(request.body))
  return goTo(reply, asked, id)
}

async function addPicture(visit: Visit): Promise<FastifyReply> {
  const { application, request, reply } = visit
  const asked = await readDraftRequest(visit)
  const upload = await readUpload(application, request, { fields: ['picture'], mostBytes: mostPictureBytes })
  const { picture, errors } = await readPicture(upload)
  const form = readForm(contentForm('picture', null, noPicture), upload.fields)
  // Fields that came after a picture that is too large were not read: they are not missing.
  const isWhole = upload.errors.length === 0
  const refused = refusalOf(asked, request, [...errors, ...(form.valid || !isWhole ? [] : form.errors)])
  if (refused || !form.valid || picture === null) {
    const shown = { values: readValues(upload.fields), errors: refused?.errors ?? [] }
    return draw(asked, { kind: 'picture', part: null, shown })
  }
  const { width, height } = picture
  const pictureId = await keepPicture(asked.writing, application.storage, asked.issue, picture)
  const content = readForm(contentForm('picture', null, { pictureId, width, height }), upload.fields)
  if (!content.valid) return notFound('picture')
  return goTo(reply, asked, await addPart(asked.writing, asked.issue, content.data, seenIn(upload.fields)))
}

async function change(visit: Visit): Promise<FastifyReply> {
  const { request, reply } = visit
  const { part, ...asked } = await readFreePart(visit)
  const picture = part.kind === 'picture' ? part : noPicture
  const { pictureId, width, height } = picture
  const form = readForm(contentForm(part.kind, part, { pictureId, width, height }), request.body)
  const refused = refusalOf(asked, request, form.valid ? [] : form.errors)
  if (refused || !form.valid) return draw(asked, { kind: part.kind, part, shown: refused ?? form })
  const seen = typedValue(form.values, 'seen')
  if (await writeContent(asked.writing, asked.issue, part.id, { content: form.data, seen }))
    return goTo(reply, asked, part.id)
  const now = await readFreePart(visit)
  const shown = { values: readValues(request.body), errors: [] }
  return draw(now, { kind: now.part.kind, part: now.part, shown, isClash: true })
}

interface Addition {
  kind: FreeKind
  part: FreePart | null
  shown?: Pick<Shown, 'values'> & { errors?: Shown['errors'] }
  isClash?: boolean
}

function draw(asked: DraftRequest, { kind, part, shown: came, isClash = false }: Addition): FastifyReply {
  const { reader, network } = asked
  const shown = { values: came?.values ?? {}, errors: came?.errors ?? [] }
  const other = <OtherFields network={network.slug} kind={kind} part={part} shown={shown} />
  return drawTextsForm(asked, {
    steps: part === null ? ['new', kind] : ['parts', part.id],
    title: reader.t(part === null ? `newsletter.issues.add.${kind}` : `newsletter.issues.change.${kind}`),
    fields: contentFields(reader.t, kind, part),
    shown,
    isClash,
    // A new part is given its id beforehand, so that a second click adds it once.
    seen: part === null ? typedValue(shown.values, 'seen') || newId() : markOf(contentOf(part)),
    takesFiles: kind === 'picture' && part === null,
    ...(kind === 'picture' ? { before: other } : { after: other }),
  })
}

const seenIn = (body: unknown) => typedValue(readValues(body), 'seen')

function goTo(reply: FastifyReply, { reader, network }: DraftRequest, partId: string): FastifyReply {
  return reply.redirect(`${paths.draft(reader, network.slug)}#part-${partId}`, 303)
}

interface OtherFieldsProps {
  network: string
  kind: FreeKind
  part: FreePart | null
  shown: Shown
}

/** What an addition holds beside its texts: the picture, the address of a button, who is quoted. */
function OtherFields({ network, kind, part, shown }: OtherFieldsProps) {
  const reader = useReader()
  const { t } = reader
  const typedOr = (name: string, stored: string) =>
    name in shown.values ? typedValue(shown.values, name) : stored
  if (kind === 'button')
    return (
      <Field
        name="address"
        type="url"
        label={t('newsletter.issues.field.address')}
        hint={t('newsletter.issues.field.addressHint')}
        value={typedOr('address', part?.kind === 'button' ? part.address : '')}
        required
      />
    )
  if (kind === 'quote')
    return (
      <Field
        name="author"
        label={t('newsletter.issues.field.author')}
        value={typedOr('author', part?.kind === 'quote' ? part.author : '')}
      />
    )
  if (kind === 'text') return null
  if (part?.kind === 'picture')
    return (
      <p>
        <img
          class="letter-picture"
          src={pictureAddress(reader.language, network, part.pictureId)}
          width={part.width}
          height={part.height}
          alt=""
        />
      </p>
    )
  return (
    <FileField
      name="picture"
      label={t('newsletter.issues.field.picture')}
      kinds={t('newsletter.issues.field.pictureKinds')}
      accept={['.png', '.jpg', '.jpeg']}
      mostBytes={mostPictureBytes}
      required
    />
  )
}

/** Readers on a train fetch it too. */
const mostPictureBytes = 2_000_000

interface Sent {
  files: readonly { path: string; name: string }[]
  errors: FieldError[]
}

/** The picture that was sent, or what is wrong with it. */
async function readPicture({
  files,
  errors,
}: Sent): Promise<{ picture: GivenPicture | null; errors: FieldError[] }> {
  const [file] = files
  if (errors.length > 0) return { picture: null, errors }
  if (!file) return { picture: null, errors: [fieldError('picture', 'ui.form.missing')] }
  const format = await readPictureFormat(file.path)
  if (format === null)
    return { picture: null, errors: [fieldError('picture', 'newsletter.issues.error.picture')] }
  if (Math.max(format.width, format.height) > longestSide)
    return { picture: null, errors: [fieldError('picture', 'newsletter.issues.error.pictureSize')] }
  return { picture: { path: file.path, name: file.name, ...format }, errors: [] }
}
