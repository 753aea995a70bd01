@echo off
rem Opens the workbench on Windows: a double click is enough.
cd /d "%~dp0"
where py >nul 2>nul && (set "PY=py -3") || (set "PY=python")
%PY% scripts\siapkan.py requirements.txt || goto failed
.venv\Scripts\python.exe scripts\meja.py && exit /b 0
:failed
pause
