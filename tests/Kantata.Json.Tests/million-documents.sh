#!/usr/bin/env bash
# Compares the reading of a million mutated documents with System.Text.Json; CI tries 20,000. Takes the seed, where one is to be tried again.
set -euo pipefail
cd "$(dirname "$0")"
KANTATA_DIFFERENTIAL_DOCUMENTS=1000000 KANTATA_DIFFERENTIAL_SEED="${1:-}" \
  dotnet test --nologo -c Release --filter FullyQualifiedName~DifferentialTests --logger "console;verbosity=detailed"
