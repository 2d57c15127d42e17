/* Holds a file open as another program would, until its input is closed. For tests only.
 * hold.exe alone FILE: nobody else may open it.  hold.exe reading FILE: others may read it, as of a workbook that Excel has open.
 * hold.exe: is there, and holds nothing. */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

int main(void) {
    int count;
    LPWSTR *words = CommandLineToArgvW(GetCommandLineW(), &count);
    if (!words || (count != 1 && count != 3)) return 2;
    if (count == 3) {
        DWORD share = wcscmp(words[1], L"reading") == 0 ? FILE_SHARE_READ : 0;
        HANDLE file = CreateFileW(words[2], GENERIC_READ, share, NULL, OPEN_EXISTING, 0, NULL);
        if (file == INVALID_HANDLE_VALUE) return 1;
    }
    puts("held");
    fflush(stdout);
    while (getchar() != EOF) {
    }
    return 0;
}
