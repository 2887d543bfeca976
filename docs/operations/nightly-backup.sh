#!/bin/sh
# Writes one backup into a folder and keeps 30 days of them: nightly-backup.sh FOLDER, typed inside the clone.
set -eu
folder=$1
file="$folder/entente-$(date -u +%Y%m%d).jsonl"
# Through standard output: a hardened server may not write into this folder itself.
node_modules/node/bin/node dist/cli.js backup - >"$file.part"
gzip -f "$file.part"
sync
mv "$file.part.gz" "$file.gz"
find "$folder" -name 'entente-*.jsonl.gz' -mtime +30 -delete
