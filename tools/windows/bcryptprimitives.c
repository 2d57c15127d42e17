/* bcryptprimitives.dll for Wine 8, which lacks it: the one function of it that Rust's standard library needs. For tests only.
 * Built without a C library, whose own work at the end of each thread fails there now and then. */
#include <windows.h>

/* What advapi32 calls RtlGenRandom. */
BOOLEAN WINAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *buffer, SIZE_T length) {
    return SystemFunction036(buffer, (ULONG)length);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved) {
    (void)instance, (void)reason, (void)reserved;
    return TRUE;
}
