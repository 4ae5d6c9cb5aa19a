@echo off
rem Calls the script "dev" beside this file with Python 3; see there.
setlocal
where py >nul 2>nul
if not errorlevel 1 (
    py -3 "%~dp0dev" %*
    exit /b
)
where python >nul 2>nul
if not errorlevel 1 (
    python "%~dp0dev" %*
    exit /b
)
echo Deskside needs Python 3.11 or newer: https://www.python.org/downloads/ 1>&2
exit /b 2
