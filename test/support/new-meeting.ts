import type { EditedRecord } from './edited-record.ts'

/** A meeting of the group that the secretariat has begun to prepare, without hours or conveners; returns its slug. */
export async function addMeeting(
  { coordinator }: Pick<EditedRecord, 'coordinator'>,
  { title, heldOn }: { title: string; heldOn: string },
): Promise<string> {
  const made = await coordinator.post('/fr/france-coree/meetings/new', {
    'title.fr.text': title,
    kind: 'group',
    heldOn,
    start: '',
    end: '',
    zone: 'Europe/Paris',
    'conveners.0.part': '',
  })
  const [, slug] = /\/meetings\/([^/?#]+)/.exec(String(made.headers.location)) ?? []
  if (!slug) throw new Error(`The meeting was not made: ${made.statusCode}`)
  return slug
}
