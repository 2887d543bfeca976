import { join } from 'node:path'
import type { Settings } from '../settings/settings.ts'
import { openFolderStorage } from './folder-storage.ts'
import { openS3Storage } from './s3-storage.ts'
import type { Storage } from './storage.ts'

/** The place that STORAGE_URL names; DATA_DIR/files without one. Touches nothing yet. */
export function openStorage({ storage: { place }, dataDir }: Pick<Settings, 'storage' | 'dataDir'>): Storage {
  const scratch = join(dataDir, 'uploads')
  if (place === null) return openFolderStorage(join(dataDir, 'files'), scratch)
  return 'folder' in place ? openFolderStorage(place.folder, scratch) : openS3Storage(place, scratch)
}
