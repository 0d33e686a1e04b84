#!/usr/bin/env bash
# Runs syncs of 10,000 records, 1,000 creates and 5,000 deletes through 500 schedules of faults and tells what they survived. More or fewer: all-schedules.sh 2000
set -euo pipefail
cd "$(dirname "$0")"

export KANTATA_FAULT_SCHEDULES="${1:-500}"
export KANTATA_FAULT_RECORDS="${2:-10000}"
dotnet test --nologo --logger "console;verbosity=detailed" --filter "FullyQualifiedName~SyncTests"
