# Sets up all that Waymark needs on Windows, once, then does what is asked:
#   .\run.ps1               open Waymark on a demo council
#   .\run.ps1 test [...]    linters, type checker and every test (anything after `test` goes to pytest)
#   .\run.ps1 check         linters and type checker only
#   .\run.ps1 words         collect the words on screen and paper for the translators
#   .\run.ps1 settings      write docs\settings.md from where the settings are declared
#   .\run.ps1 --shared      open two windows, an IRO's and business support's, on one shared database
#   .\run.ps1 build         build the program in dist\ and let it check itself
#   .\run.ps1 ANYTHING ...  the same as `python main.py ANYTHING ...`
$ErrorActionPreference = "Stop"
$here = $PSScriptRoot
$python = Join-Path $here ".venv\Scripts\python.exe"
$installed = Join-Path $here ".venv\installed-locks"

function Stop-Here($words) {
    [Console]::Error.WriteLine($words)
    exit 1
}

function Invoke-Step($name, [string[]]$command) {
    Write-Host "== $name"
    $program, $rest = $command
    Push-Location $here
    try { & $program @rest } finally { Pop-Location }
    if ($LASTEXITCODE -ne 0) { Stop-Here "== Stopped: $name did not pass; what it found is told above." }
}

function Initialize-Environment {
    if (Test-Path $python) { return }
    if (-not (Get-Command py -ErrorAction SilentlyContinue)) {
        Stop-Here "Waymark needs Python 3.11, and none was found here. Install it and try again."
    }
    Write-Host "Making .venv; the first time takes about a minute."
    & py -3.11 -m venv --clear (Join-Path $here ".venv")
    if ($LASTEXITCODE -ne 0) { Stop-Here "Waymark needs Python 3.11, and none was found here." }
}

# Installs a lock file, run or test, unless it has been installed as it stands.
function Install-Lock($name) {
    $mark = { param($lock) "$lock " + (Get-FileHash (Join-Path $here "requirements\$lock.txt")).Hash }
    $known = if (Test-Path $installed) { Get-Content $installed } else { @() }
    if ($known -contains (& $mark $name)) { return }
    Write-Host "Installing what requirements\$name.txt lists."
    & $python -m pip install --quiet --disable-pip-version-check --no-input --no-deps `
        --only-binary :all: --require-hashes -r (Join-Path $here "requirements\$name.txt")
    if ($LASTEXITCODE -ne 0) { Stop-Here "The packages could not be installed; what went wrong is told above." }
    Set-Content $installed @((& $mark "run"), (& $mark $name))
}

function Initialize-Waymark($name) {
    Initialize-Environment
    Install-Lock $name
    Push-Location $here
    try { & $python -m tools.words compile } finally { Pop-Location }
}

function Invoke-Check {
    Invoke-Step "ruff check" @($python, "-m", "ruff", "check")
    Invoke-Step "ruff format" @($python, "-m", "ruff", "format", "--check", "--quiet")
    Invoke-Step "mypy" @($python, "-m", "mypy")
}

$rest = @($args | Select-Object -Skip 1)
switch ($args[0]) {
    $null {
        Initialize-Waymark "run"
        & $python (Join-Path $here "main.py") --demo
        exit $LASTEXITCODE
    }
    "test" {
        Initialize-Waymark "test"
        Invoke-Check
        if ($rest.Count -eq 0) { $rest = @("-n", "2") }
        Invoke-Step "pytest" (@($python, "-m", "pytest") + $rest)
    }
    "check" {
        Initialize-Waymark "test"
        Invoke-Check
    }
    "words" {
        Initialize-Waymark "test"
        Invoke-Step "words" @($python, "-m", "tools.words", "update")
    }
    "settings" {
        Initialize-Waymark "test"
        Invoke-Step "settings" @($python, "-m", "tools.settings_page")
    }
    "--shared" {
        Initialize-Waymark "test"
        Invoke-Step "the shared pair" @($python, "-m", "tools.shared_pair")
    }
    "build" {
        Initialize-Waymark "test"
        Invoke-Step "build" @($python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "build.spec")
        Invoke-Step "self-check of dist\waymark" @("dist\waymark\waymark.exe", "--self-check")
    }
    default {
        Initialize-Waymark "run"
        & $python (Join-Path $here "main.py") @args
        exit $LASTEXITCODE
    }
}
