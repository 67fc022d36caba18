// SPDX-License-Identifier: BSD-3-Clause
/** Words mixed into 128 bits, the same on every platform: what trace digests and state hashes are made with. */
package org.lwkt.runtime.digest;
