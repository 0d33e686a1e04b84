#!/usr/bin/env bash
# Spoils 20,000 documents, generates from each and compiles what comes out. More or fewer: all-documents.sh 5000. The first seed is drawn and printed; the same ones again: all-documents.sh 20000 <first seed>
set -euo pipefail
cd "$(dirname "$0")"

export KANTATA_FUZZ_DOCUMENTS="${1:-20000}"
export KANTATA_FUZZ_SEED="${2:-$((RANDOM * 32768 + RANDOM))}"
dotnet test --nologo --logger "console;verbosity=detailed" --filter "FullyQualifiedName~FuzzTests"
